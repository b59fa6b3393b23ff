package dev.covet.resilience;

import java.time.Duration;

/** One thing by which a call is protected. */
public sealed interface ProtectionTerm {
  /** What shares it; metrics call it so, too. */
  String name();

  /** It with its numbers, as messages write it. */
  default String numbers() {
    return toString();
  }

  /**
   * So many calls in a time.
   *
   * @param requests at least 1
   * @param period at least a millisecond
   */
  record Rate(String name, int requests, Duration period) implements ProtectionTerm {}

  /**
   * So many calls at a time.
   *
   * @param calls at least 1
   */
  record Places(String name, int calls) implements ProtectionTerm {
    @Override
    public String numbers() {
      return "@Bulkhead(%s)".formatted(calls);
    }
  }

  /**
   * A longest time of all attempts together.
   *
   * @param most above 0
   */
  record Time(String name, Duration most) implements ProtectionTerm {}

  /**
   * So many attempts.
   *
   * @param most with the first one, at least 1
   */
  record Attempts(String name, int most) implements ProtectionTerm {}

  /**
   * A circuit breaker.
   *
   * @param failurePercent of all calls, 1 to 100
   * @param open how long it refuses calls
   */
  record Breaking(String name, int failurePercent, Duration open) implements ProtectionTerm {
    @Override
    public String numbers() {
      return "@CircuitBreaker(failurePercent = %s, openSeconds = %s)"
          .formatted(failurePercent, open.toSeconds());
    }
  }

  /** One effect for each key of a client. */
  record Once(String name) implements ProtectionTerm {}
}
