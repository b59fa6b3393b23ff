package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to write, which one has at a time; who waits longest is next. Any thread may end it.
 */
final class Turn {
  private final Semaphore free = new Semaphore(1, true);

  /** Waits for the turn; false if it did not come in time. */
  boolean take(Duration waitMax) {
    try {
      return free.tryAcquire(waitMax.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted before writing");
    }
  }

  /** Takes the turn or says that the database is busy. */
  void takeOrFail(Duration waitMax) {
    if (!take(waitMax)) {
      throw busy();
    }
  }

  void end() {
    free.release();
  }

  static DatabaseFault busy() {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "The database is busy");
  }
}
