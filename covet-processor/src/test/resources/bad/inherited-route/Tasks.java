package tasks;

import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Routes;

@Routes("/tasks")
class Tasks {
  interface Listed {
    @Get("/all") // error: COV-119 all(...) is a route, but its class has no @Routes
    default int all() {
      return 1;
    }
  }

  @Get
  int list() {
    return 1;
  }

  @OnStart
  void start() {}

  @Routes("/more")
  static final class More extends Tasks implements Listed { // error: COV-119 More does not inherit
    @Get
    @Override
    int list() {
      return 2;
    }
  }
}
