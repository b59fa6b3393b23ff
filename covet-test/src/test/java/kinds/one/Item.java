package kinds.one;

import dev.covet.api.ReadOnly;

/** An item of package one. */
public record Item(@ReadOnly int id, State state, String one) {}
