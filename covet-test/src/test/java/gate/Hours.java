package gate;

import dev.covet.api.Guard;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Is open at some hours. */
@Guard
public final class Hours implements AutoCloseable {
  private final Trail trail;

  Hours(Trail trail) {
    this.trail = trail;
  }

  /**
   * Checks the hour.
   *
   * @param hour when somebody comes
   * @throws Shut before eight
   */
  void open(@Min(0) @Max(23) int hour) throws Shut {
    trail.note("Hours " + hour);
    if (isEarly(hour)) throw new Shut();
  }

  private static boolean isEarly(int hour) {
    return hour < 8;
  }

  @Override
  public void close() {
    trail.note("Hours closed");
  }
}
