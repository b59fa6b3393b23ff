package shop;

import dev.covet.api.Strict;

/** A record that takes no field it does not know. */
@Strict
public record StrictItem(String name) {}
