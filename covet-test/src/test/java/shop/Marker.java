package shop;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** Tells the till what an annotation says. */
public final class Marker implements Middleware {
  private final Marked marked;
  private final Till till;

  Marker(Marked marked, Till till) {
    this.marked = marked;
    this.till = till;
  }

  @Override
  public Response handle(Request request, Handler next) {
    for (var i = 0; i < marked.times(); i++) till.note("> " + marked.value());
    var response = next.handle(request);
    till.note("< " + marked.value());
    return response;
  }
}
