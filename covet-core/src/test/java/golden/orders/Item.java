package golden.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

public record Item(
    @Pattern(regexp = "^[A-Z]{3}-[0-9]{4}$") String sku,
    @Min(1) @Max(1000) int qty,
    @Positive BigDecimal price) {}
