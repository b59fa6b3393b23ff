package every;

import dev.covet.api.Scalar;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** An amount of money. */
@Scalar
public record Price(@Digits(integer = 8, fraction = 2) @PositiveOrZero BigDecimal amount) {}
