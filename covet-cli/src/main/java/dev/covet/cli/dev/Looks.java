package dev.covet.cli.dev;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets requests wait until the files were looked at after they came, and what has changed runs:
 * whoever saves a file and then asks gets an answer of what was saved. Thread-safe.
 */
final class Looks {
  private long asked;
  private long answered;
  private boolean isOver;

  /**
   * Waits for a look that begins now or later, and for all that follows from it. Requests that come
   * while a look is under way share the next one.
   */
  synchronized void await(Duration most) {
    var mine = ++asked;
    notifyAll();
    try {
      var end = System.nanoTime() + most.toNanos();
      for (var left = most.toNanos(); answered < mine && !isOver && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until somebody asks, or some time is over; returns what {@link #done} takes. */
  synchronized long next(Duration most) throws InterruptedException {
    var end = System.nanoTime() + most.toNanos();
    for (var left = most.toNanos(); asked == answered && !isOver && left > 0; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return asked;
  }

  /** Lets those go on who asked before a look. */
  synchronized void done(long looked) {
    answered = looked;
    notifyAll();
  }

  synchronized boolean isOver() {
    return isOver;
  }

  /** No more looks: everybody goes on. */
  synchronized void close() {
    isOver = true;
    notifyAll();
  }
}
