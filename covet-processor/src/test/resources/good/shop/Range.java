package shop;

import dev.covet.api.Default;
import dev.covet.api.Name;
import dev.covet.api.Query;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A range of prices.
 *
 * @param from the least
 */
@Query
public record Range(@Default("0") @Min(0) int from, @Nullable @Name({"to", "until"}) Integer to) {
  /** Refuses what nobody means. */
  public Range {
    if (from == 13) throw new IllegalArgumentException("bad luck");
  }

  @AssertTrue(message = "a range does not end before it starts")
  boolean inOrder() {
    return to == null || from <= to;
  }
}
