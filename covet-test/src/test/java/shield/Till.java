package shield;

import static shield.PaymentTable.PAYMENT;

import dev.covet.api.Body;
import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.Idempotent;
import dev.covet.api.Post;
import dev.covet.api.Reply;
import dev.covet.api.Retry;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.data.Session;

/** Pays, once for each key. */
@Routes("/till")
public final class Till {
  private final Upstream upstream;
  private final Latches latches;

  Till(Upstream upstream, Latches latches) {
    this.upstream = upstream;
    this.latches = latches;
  }

  @Post("/payments")
  @Status(201)
  @Idempotent
  Payment pay(@Body Payment payment, Session db) throws Conflict {
    var paid = db.insert(PAYMENT, payment);
    if (payment.cents() == 13) throw new Conflict("Not this sum");
    return paid;
  }

  @Post("/refunds")
  @Idempotent
  Reply<Payment> refund(@Body Payment payment, Session db) {
    var paid = db.tx(() -> db.insert(PAYMENT, payment));
    return Reply.of(paid).header("X-Refund", "r-" + paid.id());
  }

  @Post("/held")
  @Idempotent
  String held() throws InterruptedException {
    latches.inside().countDown();
    latches.letGo().await();
    return "held";
  }

  @Post("/repeated")
  @Idempotent
  @Retry(attempts = 3)
  Payment repeated(@Body Payment payment, Session db) throws InterruptedException {
    var paid = db.insert(PAYMENT, payment);
    upstream.ask();
    return paid;
  }

  @Get("/count")
  long count(Session db) {
    return db.from(PAYMENT).count();
  }
}
