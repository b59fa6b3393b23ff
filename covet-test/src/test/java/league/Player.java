package league;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A player. */
@Table
public record Player(
    @Id long id,
    @Unique String name,
    @Nullable Integer age,
    @Digits(integer = 10, fraction = 2) BigDecimal price,
    Instant joinedAt,
    Rank rank,
    boolean active,
    List<String> tags) {
  /** How good a player is. */
  public enum Rank {
    AMATEUR,
    MASTER
  }
}
