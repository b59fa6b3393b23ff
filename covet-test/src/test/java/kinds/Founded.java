package kinds;

import dev.covet.api.Example;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** When something began, and what it was called. */
@Example("{\"in\": 2026, \"label\": \"Peak\"}")
record Founded(@Example("1999") Year in, @Nullable @Example("Fall") Label label) {}
