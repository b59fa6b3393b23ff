package tasks;

import dev.covet.api.Get;
import dev.covet.api.Lifetime;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.web.http.Request;

@Routes("/routed")
@Provides(Lifetime.REQUEST) // error: COV-121 Routed has routes, so it is made once for the app
final class Routed {
  Routed(Request request) {}

  @Get
  int get() {
    return 1;
  }

  @Routes("/once")
  @Provides
  static final class Once {
    @Get
    int get() {
      return 1;
    }
  }
}
