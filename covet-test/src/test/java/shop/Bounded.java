package shop;

import dev.covet.api.Id;
import dev.covet.api.Table;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of values with limits, some of which SQL can say. */
@Table
public record Bounded(
    @Id long id,
    @Negative int below,
    @NegativeOrZero long notAbove,
    @PositiveOrZero int notBelow,
    @DecimalMax("10.5") long most,
    @DecimalMax(value = "3", inclusive = false) int less,
    @NegativeOrZero double real,
    @DecimalMax("1.5") @Digits(integer = 0, fraction = 2) BigDecimal exact,
    @Null @Nullable String none,
    @PastOrPresent LocalDate day) {}
