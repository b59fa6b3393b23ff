package shop;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** Tells the till what passes. */
public final class Drawer implements Middleware {
  private final Till till;

  Drawer(Till till) {
    this.till = till;
  }

  @Override
  public Response handle(Request request, Handler next) {
    till.note("> drawer");
    var response = next.handle(request);
    till.note("< drawer");
    return response;
  }
}
