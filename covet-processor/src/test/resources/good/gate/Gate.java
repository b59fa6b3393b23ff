package gate;

import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Routes;

/** A gate. */
@Routes("/gate")
@Allow({Role.STAFF, Role.ADMIN})
public final class Gate {
  /** Opens it. */
  @Get
  String open() {
    return "open";
  }

  /** Opens all of it. */
  @Get("/wide")
  @Allow(Role.ADMIN)
  @Guard(Hours.class)
  String wide(int metres) {
    return "open by " + metres;
  }
}
