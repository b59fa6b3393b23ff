package tasks;

import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks { // error: COV-120 Tasks has no route
  int list() {
    return 1;
  }
}
