package dev.covet.web.server.carrier;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How fast a body comes. Only the time counts in which it was waited for, and not that in which the
 * loop could not look. Used on the loop alone.
 */
final class BodyPace {
  /** A body may take its time so long before it has to come at a rate. */
  private static final long RATE_AFTER_NANOS = 5_000_000_000L;

  private static final Refusal SLOW = Refusal.of(BuiltInError.BODY_BYTES_PER_SECOND_MIN);
  private static final Refusal LONG = Refusal.of(BuiltInError.BODY_SECONDS_MAX);

  private final ServerLimits limits;
  private long bytes;
  private long waitedNanos;
  private long lookedNanos = System.nanoTime();

  BodyPace(ServerLimits limits) {
    this.limits = limits;
  }

  /** Bytes came. */
  void came(int count) {
    bytes += count;
  }

  /**
   * Takes a look, which comes with every tick.
   *
   * @param waits whether the body is waited for
   * @param collects whether it is collected, so that it has an end
   * @return why it is not waited for any more, or null
   */
  @Nullable Refusal look(long now, boolean waits, boolean collects) {
    var gap = Math.min(now - lookedNanos, 2 * limits.times().tickNanos());
    lookedNanos = now;
    if (!waits) return null;
    waitedNanos += gap;
    var seconds = waitedNanos / 1e9;
    if (collects && seconds > limits.times().bodySecondsMax()) return LONG;
    var isSlow = bytes < seconds * limits.body().bodyBytesPerSecondMin();
    return isSlow && waitedNanos > RATE_AFTER_NANOS ? SLOW : null;
  }
}
