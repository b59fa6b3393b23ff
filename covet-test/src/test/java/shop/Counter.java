package shop;

import dev.covet.api.BadRequest;
import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.OnStop;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Clock;

/** Where things are paid. */
@Routes("/counter")
@Use(Bell.class)
public final class Counter {
  private final Till till;

  Counter(Till till) {
    this.till = till;
  }

  @OnStart
  void open() {
    till.note("opened");
  }

  @OnStop
  void shut() {
    till.note("shut");
  }

  @Get("/pay")
  @Use(Drawer.class)
  String pay(Receipt receipt, Stamp stamp) {
    till.note("paid");
    return receipt.text();
  }

  @Get("/fail")
  String fail(Stamp stamp) throws BadRequest {
    throw new BadRequest("no money");
  }

  @Get("/now")
  Response now(Clock clock, Request request) {
    return Response.text(clock.instant() + " " + request.query()).withStatus(203);
  }
}
