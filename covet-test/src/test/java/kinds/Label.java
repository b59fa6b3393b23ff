package kinds;

import dev.covet.api.Scalar;
import jakarta.validation.constraints.Size;

/** A short text with a name of its own. */
@Scalar
record Label(@Size(min = 1, max = 5) String value) {}
