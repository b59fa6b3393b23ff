package dev.covet.data.postgres;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a connection is tried again after one failed: after pauses that grow, with jitter, so that
 * not all instances come at once. For one thread at a time.
 */
final class PostgresRetries {
  private static final long MILLIS_MIN = 100;
  private static final long MILLIS_MAX = 2_000;

  private long nextNanos = System.nanoTime();
  private long millis = MILLIS_MIN;
  private @Nullable Throwable last;

  /** Why the last connection could not be opened; null if it could. */
  @Nullable Throwable failure() {
    return last;
  }

  boolean isFailing() {
    return last != null;
  }

  /** Whether the pause is over. */
  boolean isTime() {
    return System.nanoTime() - nextNanos >= 0;
  }

  void succeeded() {
    last = null;
    millis = MILLIS_MIN;
  }

  void failed(Throwable cause) {
    last = cause;
    var pause = ThreadLocalRandom.current().nextLong(millis / 2, millis + 1);
    nextNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
    millis = Math.min(millis * 2, MILLIS_MAX);
  }
}
