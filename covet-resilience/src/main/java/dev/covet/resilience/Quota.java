package dev.covet.resilience;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many requests a client may send.
 *
 * @param name what header fields and metrics call it
 * @param windows at least one; all of them hold
 */
record Quota(String name, List<Window> windows) {
  /** Copies the windows. */
  public Quota {
    windows = List.copyOf(windows);
    if (windows.isEmpty()) throw new IllegalArgumentException("A quota has a window");
  }

  /**
   * Requests in a time that begins with the first of them.
   *
   * @param requests at least 1
   * @param period at least a millisecond
   */
  public record Window(int requests, Duration period) {
    /** Refuses what limits nothing. */
    public Window {
      if (requests < 1 || period.toMillis() < 1) {
        throw new IllegalArgumentException(
            "A limit lets through at least 1 request, in at least a millisecond: %s in %s"
                .formatted(requests, period));
      }
    }
  }

  /** A quota of one window. */
  static Quota of(String name, int requests, Duration period) {
    return new Quota(name, List.of(new Window(requests, period)));
  }

  /** This quota, which has one window more. */
  Quota and(Window more) {
    return new Quota(name, Stream.concat(windows.stream(), Stream.of(more)).toList());
  }

  /** This quota under another name. */
  Quota named(String other) {
    return new Quota(other, windows);
  }
}
