package dev.covet.resilience;

import dev.covet.api.Mode;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * The time by which limits and breakers go: steady, whatever becomes of the wall clock. In tests it
 * is the clock that the test moves. Thread-safe.
 */
@FunctionalInterface
interface Ticks {
  /** Nanoseconds since some moment. */
  long nanos();

  /** Those of an app. */
  static Ticks of(Mode mode, Clock clock) {
    if (mode == Mode.TEST) return () -> nanos(clock);
    var begun = System.nanoTime(); // which may be about to run over
    return () -> System.nanoTime() - begun;
  }

  private static long nanos(Clock clock) {
    var now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
