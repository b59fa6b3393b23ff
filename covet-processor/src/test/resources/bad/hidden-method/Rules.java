package tasks;

import dev.covet.api.Model;
import dev.covet.api.ReadOnly;
import jakarta.validation.constraints.AssertTrue;

@Model
record Rules(int least, int most) {
  @AssertTrue
  private boolean right() { // error: COV-101 right(...) is private
    return least <= most;
  }

  @ReadOnly
  private int middle() { // error: COV-101 middle(...) is private
    return (least + most) / 2;
  }
}
