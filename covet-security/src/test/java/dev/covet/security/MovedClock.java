package dev.covet.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
public final class MovedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public long seconds() {
    return now.getEpochSecond();
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
