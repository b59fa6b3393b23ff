package shield;

import dev.covet.api.Bulkhead;
import dev.covet.api.CircuitBreaker;
import dev.covet.api.Deadline;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Retry;
import dev.covet.api.Routes;
import dev.covet.resilience.Breakers;
import dev.covet.resilience.CircuitBreakerOpen;
import java.util.concurrent.CountDownLatch;

/** Routes in front of a neighbor that fails now and then. */
@Routes("/shelf")
public final class Shelf {
  private final Upstream upstream;
  private final Latches latches;

  Shelf(Upstream upstream, Latches latches) {
    this.upstream = upstream;
    this.latches = latches;
  }

  @Get("/breaking")
  @CircuitBreaker
  String breaking() throws InterruptedException {
    return upstream.ask();
  }

  @Get("/missing")
  @CircuitBreaker
  String missing() throws NotFound {
    if (upstream.asked() == 0) throw new NotFound("Nothing here");
    return "something";
  }

  @Get("/repeating")
  @Retry(attempts = 3)
  String repeating() throws InterruptedException {
    return upstream.ask();
  }

  @Get("/stubborn")
  @Retry(attempts = 2)
  String stubborn() throws InterruptedException {
    return upstream.ask();
  }

  @Delete("/repeating")
  @Retry(attempts = 2)
  @CircuitBreaker(failurePercent = 60, openSeconds = 7)
  void removing() throws InterruptedException {
    upstream.ask();
  }

  @Get("/late")
  @Deadline(millis = 50)
  String late() throws InterruptedException {
    new CountDownLatch(1).await();
    return "never";
  }

  @Get("/in-time")
  @Deadline(millis = 10_000)
  String inTime() {
    return "in time";
  }

  @Get("/narrow")
  @Bulkhead(1)
  String narrow() throws InterruptedException {
    latches.inside().countDown();
    latches.letGo().await();
    return "out";
  }

  @Get("/by-hand")
  String byHand(Breakers breakers) throws CircuitBreakerOpen, InterruptedException {
    return breakers.of("neighbor").call(upstream::ask);
  }
}
