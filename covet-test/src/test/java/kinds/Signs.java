package kinds;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers on either side of zero, and nothing. */
record Signs(
    @Negative int below,
    @NegativeOrZero double notAbove,
    @PositiveOrZero long notBelow,
    @DecimalMax("10.5") BigDecimal most,
    @DecimalMax(value = "3", inclusive = false) @Nullable Double less,
    @Null @Nullable String nothing,
    @Null @Nullable List<Integer> none) {}
