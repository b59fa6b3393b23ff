package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

abstract class Tasks {
  @Get("/one") // error: COV-119 one(...) is a route, but its class has no @Routes
  int one() {
    return 1;
  }

  @Routes("/more")
  static final class More extends Tasks {
    @Get("/two")
    int two() {
      return 2;
    }
  }
}
