package tasks;

import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  @Get("/{id}")
  String read(long id) {
    return "x" + id;
  }

  @Get("/{name}/") // error: COV-108 GET /tasks/{name} matches the same paths as GET /tasks/{id}
  String named(String name) {
    return name;
  }

  @Get("/first")
  String first() {
    return "x";
  }

  @Delete("/{id}")
  void delete(long id) {}
}
