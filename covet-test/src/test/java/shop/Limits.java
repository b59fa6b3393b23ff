package shop;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives back what keeps its limits. */
@Routes("/limits")
public final class Limits {
  record Numbers(@PositiveOrZero int left, List<@PositiveOrZero Long> counts) {}

  record Signs(
      @Negative int below,
      @NegativeOrZero double notAbove,
      @DecimalMax("10.5") BigDecimal most,
      @DecimalMax(value = "3", inclusive = false) long less,
      @Min(5) @PositiveOrZero int five) {}

  record Gone(@Null @Nullable String name, List<@Negative BigDecimal> all) {}

  record Times(
      @Past Instant was,
      @PastOrPresent Instant until,
      @Future Instant comes,
      @FutureOrPresent LocalDate day) {}

  @Post("/numbers")
  Numbers numbers(Numbers numbers) {
    return numbers;
  }

  @Get("/numbers")
  int left(@Query @PositiveOrZero int left) {
    return left;
  }

  @Post("/signs")
  Signs signs(Signs signs) {
    return signs;
  }

  @Post("/gone")
  Gone gone(Gone gone) {
    return gone;
  }

  @Post("/times")
  Times times(Times times) {
    return times;
  }

  @Get("/days")
  LocalDate day(@Query @Past LocalDate born, @Query @Negative int offset) {
    return born.plusDays(offset);
  }
}
