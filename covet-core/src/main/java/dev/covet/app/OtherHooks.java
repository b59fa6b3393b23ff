package dev.covet.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The shutdown hooks that are not ours. The JVM tells nobody of them, but one thread starts all and
 * then waits for one after the other. So those that it began with have ended when it waits for
 * ours, and those after ours are the threads that were not there when it started ours. Made in that
 * thread, just before it starts ours; then used by ours alone.
 */
final class OtherHooks {
  private final Thread starter = Thread.currentThread();
  private final Set<Thread> before = new HashSet<>(Signals.threads());
  private List<Thread> after = List.of();

  /** The thread that starts hooks: of a signal, or the one that called {@code System.exit}. */
  Thread starter() {
    return starter;
  }

  /** Finds the hooks that are started after ours; to be called before ours starts any thread. */
  void find() {
    while (starter.getState() == Thread.State.RUNNABLE) Thread.onSpinWait();
    before.add(Thread.currentThread());
    after = Signals.threads().stream().filter(thread -> !before.contains(thread)).toList();
  }

  /**
   * Whether all have ended. The caller, who holds its own monitor, wakes the starter if that waits
   * for its end already, so that it waits for its monitor instead.
   */
  boolean ended() {
    Thread.currentThread().notifyAll();
    return starter.getState() == Thread.State.BLOCKED && after.stream().noneMatch(Thread::isAlive);
  }
}
