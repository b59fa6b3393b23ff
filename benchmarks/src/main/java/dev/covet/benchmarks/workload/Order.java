package dev.covet.benchmarks.workload;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is ordered. */
public record Order(
    Customer customer,
    @Size(min = 1, max = 50) List<Line> items,
    @Nullable @Size(max = 500) String notes) {
  BigDecimal total() {
    var total = BigDecimal.ZERO;
    for (var line : items) total = total.add(line.total());
    return total;
  }
}
