package chat;

import dev.covet.api.Provides;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the handlers that have ended. */
@Provides
public final class Ends {
  private final AtomicInteger count = new AtomicInteger();

  /** So many have. */
  public int count() {
    return count.get();
  }

  void add() {
    count.incrementAndGet();
  }
}
