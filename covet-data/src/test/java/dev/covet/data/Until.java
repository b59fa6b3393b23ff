package dev.covet.data;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Until {
  private static final Duration MOST = Duration.ofSeconds(20);

  /** Between two looks, so that what is waited for gets the processor. */
  private static final long LOOK_NANOS = 1_000_000;

  private Until() {}

  /** Returns when it holds, and fails if it does not in time. */
  public static void holds(BooleanSupplier condition) {
    var end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("does not hold after " + MOST);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Returns when a thread waits for something, but not for ever. */
  public static void waits(Thread thread) {
    holds(() -> thread.getState() == Thread.State.TIMED_WAITING);
  }
}
