package dev.covet.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of an app under test. It stands still at 2026-01-01T00:00:00Z until a test moves it.
 * Thread-safe.
 *
 * <pre>{@code
 * client.clock().advance(Duration.ofMinutes(15));
 * }</pre>
 */
public final class TestClock extends Clock {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  TestClock() {
    this(new AtomicReference<>(START), ZoneOffset.UTC);
  }

  private TestClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Moves the time by a duration, which may be negative: clocks are set back, too. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** This clock, which goes on with the other, in another zone. */
  @Override
  public Clock withZone(ZoneId other) {
    return new TestClock(now, other);
  }
}
