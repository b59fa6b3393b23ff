package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  record Filter(String text) {}

  @Get
  String list(
      Filter filter) { // error: COV-103 takes "filter" from the body, which a GET does not have
    return filter.text();
  }
}
