package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  @Get
  @Nullable Task read() { // error: COV-109 returns a @Nullable value
    return null;
  }
}
