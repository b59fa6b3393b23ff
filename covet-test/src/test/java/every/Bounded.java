package every;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Positive;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Constraints on types that have them, too. */
public record Bounded(
    @Nullable @Max(10) Byte small,
    @Nullable @Positive Short middle,
    @Nullable @DecimalMax("0.1") Float single,
    @Nullable @Min(5) @Digits(integer = 20, fraction = 0) BigInteger huge,
    @Nullable @Past Year year,
    @Nullable @Future YearMonth month,
    @Nullable @Past LocalDateTime dateTime,
    @Nullable @Future OffsetDateTime moment,
    @Nullable @PastOrPresent ZonedDateTime zoned) {}
