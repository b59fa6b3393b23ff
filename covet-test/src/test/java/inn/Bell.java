package inn;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** A middleware that is made once, by its constructor. */
final class Bell implements Middleware {
  private final Host host;

  Bell(Host host, Diary diary) {
    this.host = host;
    diary.note("bell made");
  }

  @Override
  public Response handle(Request request, Handler next) {
    return next.handle(request).withHeader("X-Host", host.name());
  }
}
