package kinds;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers within limits. */
record Numbers(
    boolean truth,
    int whole,
    @Min(1) @Max(10) int few,
    @Nullable Integer perhaps,
    long big,
    @Positive long counted,
    double real,
    @Min(-1) @DecimalMin("0.5") @Max(9) double several,
    @DecimalMin(value = "0", inclusive = false) double above,
    BigDecimal exact,
    @Digits(integer = 6, fraction = 2) BigDecimal price,
    @Nullable @Digits(integer = 0, fraction = 3) BigDecimal share,
    @Nullable @Digits(integer = 3, fraction = 0) Integer digits,
    @Nullable @Digits(integer = 2, fraction = 1) Double rough,
    @Nullable Boolean unknown) {}
