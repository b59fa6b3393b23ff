package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  private record Task(String title) {} // error: COV-101 Task is private

  @Get
  Task read() {
    return new Task("x");
  }
}
