package every;

import dev.covet.api.Scalar;
import jakarta.validation.constraints.Pattern;

/** A name in a path. */
@Scalar
public record Slug(@Pattern(regexp = "[a-z0-9-]{1,60}") String value) {}
