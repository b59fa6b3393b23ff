package shield;

import dev.covet.api.Bulkhead;
import dev.covet.api.CircuitBreaker;
import dev.covet.api.Deadline;
import dev.covet.api.NotFound;
import dev.covet.api.Provides;
import dev.covet.api.RateLimit;
import dev.covet.api.Retry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A service whose calls are protected. Thread-safe. */
@Provides
public class Picker {
  private final Upstream upstream;
  private final AtomicInteger tries = new AtomicInteger();

  Picker(Upstream upstream) {
    this.upstream = upstream;
  }

  /** Asks the neighbor, up to three times. */
  @Retry(attempts = 3)
  String pick() throws InterruptedException {
    tries.incrementAndGet();
    return upstream.ask();
  }

  /** Calls itself: that is protected, too. */
  String pickTwice() throws InterruptedException {
    return pick() + ", " + this.pick();
  }

  /** How often it was tried. */
  int tries() {
    return tries.get();
  }

  /** Asks the neighbor, until that fails too often. */
  @CircuitBreaker(failurePercent = 100, openSeconds = 5)
  protected int count(int... numbers) throws IOException, InterruptedException {
    if (numbers.length == 0) throw new IOException("nothing to count");
    return numbers.length;
  }

  /** Fails in a way that is no failure. */
  @CircuitBreaker
  @Retry(attempts = 2)
  List<String> find(String name) throws NotFound {
    tries.incrementAndGet();
    throw new NotFound("No " + name);
  }

  /** Waits for what never comes. */
  @Deadline(millis = 50)
  void waitForever() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Waits until it is let go. */
  @Bulkhead(1)
  void hold(CountDownLatch inside, CountDownLatch letGo) throws InterruptedException {
    inside.countDown();
    letGo.await();
  }

  /** Twice in a minute. */
  @RateLimit(requests = 2, perSeconds = 60)
  public boolean seldom() {
    return true;
  }
}
