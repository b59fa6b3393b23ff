package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to write, which one has at a time; who waits longest is next. Any thread may end it.
 */
final class Turn {
  private final Semaphore free = new Semaphore(1, true);
  private volatile @Nullable Runnable atTheEnd;

  /** How many have it: 0 or 1. */
  int count() {
    return 1 - free.availablePermits();
  }

  /** Whether nobody gets it any more. */
  boolean isClosed() {
    return atTheEnd != null;
  }

  /** Waits for the turn; false if it did not come in time. */
  boolean take(Duration waitMax) {
    if (atTheEnd != null) throw closed();
    if (!took(waitMax)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted before writing");
      }
      return false;
    }
    if (atTheEnd != null) {
      end();
      throw closed();
    }
    return true;
  }

  /** Whether it came in time; an interrupted thread does not wait, and stays interrupted. */
  private boolean took(Duration waitMax) {
    try {
      return free.tryAcquire(waitMax.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Takes the turn or says that the database is busy. */
  void takeOrFail(Duration waitMax) {
    if (!take(waitMax)) throw busy();
  }

  void end() {
    free.release();
    endForGood();
  }

  /**
   * Lets nobody have the turn any more, once it is free, and does something then. Who has it still
   * after {@code grace} does that at its end.
   *
   * @return whether it is done
   */
  boolean close(Duration grace, Runnable last) {
    if (atTheEnd != null) return true;
    var isFree = took(grace);
    atTheEnd = last;
    if (isFree) last.run();
    return isFree || endForGood();
  }

  /** Does what is last, if there is such a thing, and keeps the turn, so that it is done once. */
  private boolean endForGood() {
    var last = atTheEnd;
    if (last == null || !free.tryAcquire()) return false;
    last.run();
    return true;
  }

  static DatabaseFault busy() {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "The database is busy");
  }

  static DatabaseFault closed() {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "The database is closed");
  }
}
