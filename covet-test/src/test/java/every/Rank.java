package every;

import dev.covet.api.Scalar;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** A place among the best; nobody is thirteenth. */
@Scalar
public record Rank(@Min(1) @Max(20) int place) {
  /** Refuses one. */
  public Rank {
    if (place == 13) throw new IllegalArgumentException("nobody wants it");
  }
}
