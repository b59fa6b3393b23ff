package every;

import dev.covet.api.Scalar;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;

/** So many in pairs, of which there are not a dozen. */
@Scalar
record Lot(@Max(20) int size) {
  @AssertTrue(message = "must be even")
  boolean isEven() {
    return size % 2 == 0;
  }

  @AssertFalse
  boolean isDozen() {
    return size == 12;
  }
}
