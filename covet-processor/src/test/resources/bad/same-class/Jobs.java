package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/jobs")
final class Jobs {
  @Get
  String list() {
    return "";
  }
}
