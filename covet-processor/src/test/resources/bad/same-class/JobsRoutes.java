package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/routes")
final class JobsRoutes { // error: COV-128 JobsRoutes is called like what is generated for Jobs
  @Get
  String list() {
    return "";
  }
}
