package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  @Get
  private String read() { // error: COV-101 read(...) is private
    return "x";
  }
}
