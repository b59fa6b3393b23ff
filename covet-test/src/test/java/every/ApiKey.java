package every;

import dev.covet.api.Scalar;
import dev.covet.api.Secret;
import jakarta.validation.constraints.Size;

/** A secret with a type of its own. */
@Scalar
record ApiKey(@Size(min = 8) Secret value) {}
