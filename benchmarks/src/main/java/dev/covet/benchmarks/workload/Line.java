package dev.covet.benchmarks.workload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** A line of an order. */
public record Line(
    @Pattern(regexp = "^[A-Z]{3}-[0-9]{4}$") String sku,
    @Min(1) @Max(1000) int qty,
    @Positive BigDecimal price) {
  BigDecimal total() {
    return price.multiply(BigDecimal.valueOf(qty));
  }
}
