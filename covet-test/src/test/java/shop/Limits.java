package shop;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/** Gives back what keeps its limits. */
@Routes("/limits")
public final class Limits {
  record Numbers(@PositiveOrZero int left, List<@PositiveOrZero Long> counts) {}

  @Post("/numbers")
  Numbers numbers(Numbers numbers) {
    return numbers;
  }

  @Get("/numbers")
  int left(@Query @PositiveOrZero int left) {
    return left;
  }
}
