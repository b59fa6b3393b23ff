package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Get;
import dev.covet.api.Path;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  record Task(long id) {}

  @Provides(REQUEST)
  static Task task(@Path long id) {
    return new Task(id);
  }

  @Get("/{id}")
  Task read(@Provided Task task) {
    return task;
  }

  @Get
  Task first(@Provided Task task) { // error: COV-124 GET /tasks has no path value "id" for "task"
    return task;
  }

  @Get("/other")
  long other(@Path long number) { // error: COV-124 GET /tasks/other has no path value "number"
    return number;
  }
}
