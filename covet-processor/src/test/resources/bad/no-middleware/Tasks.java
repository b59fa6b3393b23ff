package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.api.Use;

@Routes("/tasks")
@Use(String.class) // error: COV-133 String is not a Middleware
final class Tasks {
  static final class Log {}

  @interface Logged {}

  @Use(Log.class)
  @interface Audited {}

  @Get
  @Use(Log.class) // error: COV-133 Log is not a Middleware
  int list() {
    return 1;
  }

  @Get("/one")
  @Audited // error: COV-133 Log is not a Middleware
  int one() {
    return 1;
  }

  @Get("/two")
  @Use(int.class) // error: COV-133 int is not a Middleware
  int two() {
    return 1;
  }
}
