package tasks;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  record Task(int id) {}

  @Get
  @Post // error: COV-130 list(...) serves several HTTP methods, which would share one operation id.
  int list(Task task) {
    return 1;
  }

  @Get("/one")
  int one() {
    return 1;
  }

  @Get("/one/{id}") // error: COV-130 GET /tasks/one/{id} would have the operation id of GET /tasks/one
  int one(long id) {
    return 1;
  }

  @Get("/two") // error: COV-130 GET /tasks/two would have the operation id of GET /tasks/one
  int One() {
    return 1;
  }
}
