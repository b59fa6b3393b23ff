package answers;

import dev.covet.api.Provides;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often a stream was closed, and how many of its values were asked for. */
@Provides
public class Closes {
  private final Semaphore closes = new Semaphore(0);
  private final AtomicInteger made = new AtomicInteger();

  /** None yet. */
  public Closes() {}

  /** A stream was closed. */
  public void close() {
    closes.release();
  }

  /** A value was made. */
  public void make() {
    made.incrementAndGet();
  }

  /** How many values were made. */
  public int made() {
    return made.get();
  }

  /** The closes so far, and from now on. */
  public Semaphore closes() {
    return closes;
  }
}
