package dev.covet.resilience;

import dev.covet.api.Provides;

/**
 * Circuit breakers by name, for any block of code: {@code breakers.of("stock").call(() -> ...)}. A
 * service. Thread-safe.
 */
@Provides
public final class Breakers {
  private final Resilience resilience;

  /** The breakers of an app. */
  public Breakers(Resilience resilience) {
    this.resilience = resilience;
  }

  /**
   * The breaker of a name, always the same one: it opens for 30 seconds when half of at least 20
   * calls within 10 seconds have failed, unless {@code @CircuitBreaker} of that name says
   * otherwise.
   *
   * @param name from a small set that the program knows, such as the name of a neighbor
   * @throws IllegalStateException if there are 1,000 already
   */
  public Breaker of(String name) {
    return resilience.breaker(name);
  }
}
