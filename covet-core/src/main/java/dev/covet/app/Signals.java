package dev.covet.app;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Tells whether the process was told to end once more while it ends. The JVM has no public way to
 * be told of a signal: it starts a thread for each, {@code SIGTERM handler}, and the one of a
 * second signal waits for the first to be done with. So this looks for such threads. Used by one
 * thread.
 */
final class Signals {
  /** Signals that come together, as from a terminal and a script that passes them on, are one. */
  private static final long TOGETHER_NANOS = 200_000_000;

  private static final int MORE = 32;

  private final long start = System.nanoTime();
  private int seen = count();

  /** Whether there was a signal after the first. */
  boolean again() {
    var now = count();
    if (System.nanoTime() - start < TOGETHER_NANOS) seen = now;
    return now > seen;
  }

  private static int count() {
    return (int) threads().stream().filter(Signals::isOne).count();
  }

  /** Whether a thread is that of a signal. */
  static boolean isOne(Thread thread) {
    return thread.getName().startsWith("SIG") && thread.getName().endsWith(" handler");
  }

  /** All platform threads that are alive. */
  static List<Thread> threads() {
    var group = Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    while (group.getParent() != null) group = group.getParent();
    var threads = new Thread[group.activeCount() + MORE];
    return List.of(Arrays.copyOf(threads, group.enumerate(threads)));
  }
}
