package gate;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Header;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Unauthorized;
import org.jspecify.annotations.Nullable;

/** How services are made. */
final class Wiring {
  private Wiring() {}

  /** A badge of whoever shows one. */
  @Provides(REQUEST)
  static Badge badge(@Header("X-Role") @Nullable Role role, @Provided Trail trail)
      throws Unauthorized {
    trail.note("badge");
    if (role == null) throw new Unauthorized("Show your badge");
    return new Badge(role);
  }
}
