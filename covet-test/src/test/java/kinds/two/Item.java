package kinds.two;

import dev.covet.api.ReadOnly;

/** An item of package two. */
public record Item(@ReadOnly int id, State state, String two) {}
