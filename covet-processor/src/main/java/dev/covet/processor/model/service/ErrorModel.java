package dev.covet.processor.model.service;

import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.TypeName;

/**
 * A class of the user that extends {@code ApiError} and says its {@code @Status}.
 *
 * @param status what {@code @Status} says
 * @param code its name in upper snake case: {@code TEAM_FULL}
 */
public record ErrorModel(TypeName name, int status, String code, Doc doc) {}
