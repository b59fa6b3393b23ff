package golden.kinds;

import dev.covet.api.Id;
import dev.covet.api.JsonValue;
import dev.covet.api.Table;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One component of each kind. */
@Table
public record Kinds(
    @Id UUID id,
    boolean flag,
    int small,
    @Nullable Long big,
    double real,
    String text,
    State state,
    @Digits(integer = 16, fraction = 2) BigDecimal price,
    LocalDate day,
    Instant moment,
    List<Instant> moments,
    JsonValue tree) {
  /** What each component holds when nothing is said. */
  public static final Kinds SAMPLE =
      new Kinds(
          new UUID(0, 0),
          true,
          1,
          null,
          0.1,
          "text",
          State.TODO,
          new BigDecimal("1.50"),
          LocalDate.EPOCH,
          Instant.EPOCH,
          List.of(),
          JsonValue.NULL);

  /** Copies the list. */
  public Kinds {
    moments = List.copyOf(moments);
  }
}
