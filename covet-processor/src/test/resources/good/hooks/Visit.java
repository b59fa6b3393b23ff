package hooks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;
import java.util.concurrent.atomic.AtomicInteger;

/** One for each request, and for each hook. */
@Provides(REQUEST)
final class Visit {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int number = COUNT.incrementAndGet();

  int number() {
    return number;
  }
}
