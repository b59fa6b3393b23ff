package shop;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/** Marks answers. */
public final class Stamp implements Middleware {
  private final Ledger ledger;

  Stamp(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Response handle(Request request, Handler next) {
    ledger.note(request.path());
    return next.handle(request).withHeader("X-Stamp", "shop");
  }
}
