package gate;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** Is lit around a method, so behind guards. */
public final class Lamp implements Middleware {
  private final Trail trail;

  Lamp(Trail trail) {
    this.trail = trail;
  }

  @Override
  public Response handle(Request request, Handler next) {
    trail.note("Lamp");
    return next.handle(request).withHeader("X-Lamp", "lit");
  }
}
