package roster;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Header;
import dev.covet.api.Provides;
import jakarta.validation.constraints.Size;

/** How services are made. */
final class Wiring {
  private Wiring() {}

  @Provides(REQUEST)
  static Visit visit(@Header @Size(max = 5) String visitor) {
    return new Visit(visitor);
  }
}
