package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  @Get("/{id}") // error: COV-107 GET /tasks/{id} has no parameter for path value "id"
  String read(long number) {
    return "x" + number;
  }
}
