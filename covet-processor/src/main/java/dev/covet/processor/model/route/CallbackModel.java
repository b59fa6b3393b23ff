package dev.covet.processor.model.route;

import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;

/**
 * A webhook that is called at an address which a request of a route names.
 *
 * @param webhook the interface
 * @param known whether it is a webhook, for which there is generated code unless it is made now
 * @param here whether that is made now
 * @param at which value is the address, by its name in Java; empty where there is one alone
 */
public record CallbackModel(
    TypeName webhook, boolean known, boolean here, String at, Where where) {}
