package dev.covet.base.loop;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one thread at a time waits for what an event loop delivers. If the thread cannot leave that
 * very loop while it waits (it is pinned there: a class initialiser, a native frame), nothing could
 * ever arrive; the watchdog sees this and fails the wait.
 */
public final class LoopWait {
  private final Loop loop;
  private volatile @Nullable Thread waiting;
  private volatile boolean hopeless;

  /** Makes a place to wait for this loop. */
  public LoopWait(Loop loop) {
    this.loop = loop;
  }

  /**
   * Waits until a condition holds; {@link #signal} makes it look again.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws PinnedOnLoop if the thread holds up the loop that it waits for
   */
  public void until(BooleanSupplier condition) throws InterruptedException {
    hopeless = false;
    while (!condition.getAsBoolean()) {
      waiting = Thread.currentThread();
      try {
        parkUnless(condition);
      } finally {
        waiting = null;
      }
    }
  }

  /** Looks once more: the signal may have come before it was told whom to wake. */
  private void parkUnless(BooleanSupplier condition) throws InterruptedException {
    if (!condition.getAsBoolean()) park();
  }

  private void park() throws InterruptedException {
    loop.waits(this);
    try {
      LockSupport.park(this);
    } finally {
      loop.waits(null);
    }
    if (hopeless) throw new PinnedOnLoop();
    if (Thread.interrupted()) throw new InterruptedException();
  }

  /** Lets the waiting thread look at its condition again; from any thread. */
  public void signal() {
    var thread = waiting;
    if (thread != null) LockSupport.unpark(thread);
  }

  /** Fails the wait of a thread that holds up its own loop; false if it was failed before. */
  boolean fail() {
    var first = !hopeless;
    hopeless = true;
    signal();
    return first;
  }
}
