package tasks;

import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Provides;
import dev.covet.api.Routes;

/** What cannot be called hides a missing provider only if it would be the provider. */
@Routes("/givers")
final class Givers {
  static final class Routed {}

  static final class Hooked {}

  static final class Made {}

  @Get
  private Routed routed() { // error: COV-101 routed(...) is private
    return new Routed();
  }

  @OnStart
  private Hooked hooked() { // error: COV-101 hooked(...) is private
    return new Hooked();
  }

  @Provides
  private static Made made() { // error: COV-101 made(...) is private
    return new Made();
  }

  @Get("/asking")
  int asking(
      Routed routed, // error: COV-122 nobody provides Givers.Routed
      Hooked hooked, // error: COV-122 nobody provides Givers.Hooked
      Made made,
      Half half) { // error: COV-122 nobody provides Givers.Half
    return 1;
  }

  @Routes("/half")
  abstract static class Half { // error: COV-117 Half is abstract
    @Get
    abstract int get();
  }
}
