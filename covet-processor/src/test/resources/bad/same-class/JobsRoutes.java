package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/routes")
final class JobsRoutes { // error: COV-128 JobsRoutes has the name of a class that is generated for Jobs
  @Get
  String list() {
    return "";
  }
}
