package roster;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** Marks what passes. */
public final class Marked implements Middleware {
  @Override
  public Response handle(Request request, Handler next) {
    return next.handle(request).withHeader("X-Marked", "yes");
  }
}
