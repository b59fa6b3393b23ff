package shop;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** Tells the till what passes. */
public final class Bell implements Middleware {
  private final Till till;

  Bell(Till till) {
    this.till = till;
  }

  @Override
  public Response handle(Request request, Handler next) {
    till.note("> bell");
    var response = next.handle(request);
    till.note("< bell");
    return response;
  }
}
