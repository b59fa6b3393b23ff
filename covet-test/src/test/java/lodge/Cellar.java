package lodge;

import dev.covet.api.Get;
import dev.covet.api.Public;
import dev.covet.api.RateLimit;
import dev.covet.api.Routes;
import java.util.Optional;

/** What each may do twice a minute. */
@Routes("/cellar")
public final class Cellar {
  @Get("/tap")
  @RateLimit(requests = 2, perSeconds = 60)
  String tap(Me me) {
    return me.name();
  }

  @Get("/look")
  @Public
  @RateLimit(requests = 2, perSeconds = 60)
  String look(Optional<Me> me) {
    return me.map(Me::name).orElse("nobody");
  }
}
