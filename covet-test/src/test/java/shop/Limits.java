package shop;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
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

  record Consent(
      @AssertTrue boolean terms,
      @AssertFalse @Nullable Boolean robot,
      @Email(regexp = ".*@example\\.org") String mail,
      @Pattern(regexp = "[a-z]+") @Pattern(regexp = ".{2,}", message = "must match {regexp}")
          String code,
      @Size(min = 2, max = 3, message = "takes {min} to {max} letters, not \\{{max}\\}")
          String name,
      @Nullable @DecimalMax(value = "9.5", message = "at most {value} ({inclusive})") Double rate) {
    @AssertFalse(message = "a name is not a code")
    @Nullable Boolean same() {
      return name.equals("nil") ? null : code.equals(name);
    }
  }

  @Post("/consent")
  Consent consent(Consent consent) {
    return consent;
  }

  @Get("/consent")
  boolean consented(@Query @AssertTrue boolean terms, @Query @AssertFalse @Nullable Boolean robot) {
    return terms && robot == null;
  }

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
