package hooks;

import dev.covet.api.OnStart;
import dev.covet.api.Provides;

/** A service that is started: the one that others ask for. */
@Provides
public final class Ticker {
  private boolean started;

  @OnStart
  void start() {
    started = true;
  }

  boolean started() {
    return started;
  }
}
