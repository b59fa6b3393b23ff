package dev.covet.resilience;

/** In which state a breaker is. */
public enum BreakerState {
  /** Calls are made. */
  CLOSED,
  /** Some calls are made, to see whether what is called is well again. */
  HALF_OPEN,
  /** No calls are made. */
  OPEN
}
