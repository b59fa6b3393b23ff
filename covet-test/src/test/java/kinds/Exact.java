package kinds;

import dev.covet.api.Strict;
import org.jspecify.annotations.Nullable;

/** Nothing but this. */
@Strict
record Exact(int a, @Nullable String b) {}
