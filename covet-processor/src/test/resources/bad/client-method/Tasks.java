package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import java.time.Clock;

@Routes("/tasks")
final class Tasks {
  @Get("/1")
  int notify(Clock clock) { // error: COV-145 notify(...) would be notify() in TasksClient, which every object has.
    return 1;
  }

  @Get("/2/{id}")
  int wait(long id, Clock clock) { // error: COV-145 wait(...) would be wait(long) in TasksClient
    return 1;
  }

  @Get("/3")
  int toString(int size, Clock clock) {
    return size;
  }

  @Get("/4")
  @Override
  public int hashCode() {
    return 1;
  }

  @Get("/5")
  int client(Clock caller) {
    return 1;
  }
}
