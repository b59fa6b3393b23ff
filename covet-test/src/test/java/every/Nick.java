package every;

import dev.covet.api.Scalar;

/** A name that may be empty. */
@Scalar
record Nick(String value) {}
