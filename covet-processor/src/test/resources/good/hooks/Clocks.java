package hooks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

/** Asks for a service that has hooks. */
@Routes("/clocks")
public final class Clocks {
  @Get
  boolean ticking(Ticker ticker) {
    return ticker.started();
  }
}
