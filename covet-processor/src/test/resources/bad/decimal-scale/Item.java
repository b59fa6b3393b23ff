package shop;

import dev.covet.api.Id;
import dev.covet.api.Table;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;

@Table
record Item(
    @Id long id,
    @Digits(integer = 6, fraction = 2) BigDecimal price,
    BigDecimal weight) {} // error: COV-116 Column weight is a decimal number
