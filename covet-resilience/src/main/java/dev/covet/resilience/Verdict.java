package dev.covet.resilience;

import java.util.List;

/**
 * Whether a request is within its quota.
 *
 * @param remaining requests that are left in each window, in the order of the quota
 * @param resetNanos until the whole quota is there again, in nanoseconds
 * @param waitNanos until a further request is let through, in nanoseconds; 0 if this one is
 */
record Verdict(boolean accepted, List<Long> remaining, long resetNanos, long waitNanos) {
  /** Copies the list. */
  public Verdict {
    remaining = List.copyOf(remaining);
  }
}
