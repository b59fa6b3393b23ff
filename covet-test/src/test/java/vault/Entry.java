package vault;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.JsonValue;
import dev.covet.api.ReadOnly;
import dev.covet.api.Table;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of every kind of column. */
@Table
public record Entry(
    @Id long id,
    @Nullable String text,
    @Nullable Double real,
    @Nullable Instant moment,
    @Nullable LocalDate day,
    @Nullable @Digits(integer = 16, fraction = 2) BigDecimal price,
    @Nullable UUID code,
    @Default("0") int divisor,
    @Nullable List<String> tags,
    @Nullable Place place,
    @Nullable JsonValue extra) {
  /** A hundred divided by the divisor; no number that JSON has where that is below zero. */
  @ReadOnly
  public double share() {
    return divisor < 0 ? Double.NaN : 100.0 / (1 + divisor);
  }
}
