package tasks;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

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

  @Use(Gate.class)
  @interface Gated {
    String value();
  }

  @Use(Gate.class)
  @interface Fenced {
    int value();
  }

  static final class Gate implements Middleware {
    private final Gated gated;

    Gate(Gated gated) {
      this.gated = gated;
    }

    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request).withHeader("X-Gate", gated.value());
    }
  }

  @Get("/three")
  @Gated("here")
  int three() {
    return 1;
  }

  @Get("/four")
  @Use(Gate.class) // error: COV-133 Gate takes @Tasks.Gated, which does not name it here
  int four() {
    return 1;
  }

  @Get("/five")
  @Fenced(2) // error: COV-133 Gate takes @Tasks.Gated, which does not name it here
  int five() {
    return 1;
  }
}
