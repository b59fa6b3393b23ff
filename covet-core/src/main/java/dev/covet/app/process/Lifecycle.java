package dev.covet.app.process;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Opens once, step by step, and closes once, whichever threads say so: who closes has an opening
 * end before its next step. Thread-safe.
 */
public final class Lifecycle {
  /** How long a second call waits for the first. */
  private static final Duration SECOND_CLOSE_MAX = Duration.ofSeconds(5);

  private final ReentrantLock opening = new ReentrantLock();
  private final ReentrantLock closing = new ReentrantLock();
  private volatile boolean opened;
  private volatile boolean ended;
  private boolean closed;
  private volatile @Nullable Thread opener;
  private volatile @Nullable Thread closer;

  /** What has begun, by names of its own. */
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /** A step of opening. */
  @FunctionalInterface
  public interface Step {
    /**
     * Does it.
     *
     * @throws Exception whatever goes wrong; it ends the opening
     */
    void run() throws Exception;
  }

  /**
   * Takes every step.
   *
   * @throws dev.covet.base.config.StartFailure if it is closed meanwhile
   * @throws Exception what a step throws
   */
  public void open(List<Step> steps) throws Exception {
    opening.lock();
    opener = Thread.currentThread();
    try {
      for (var step : steps) take(step);
      opened = true;
    } finally {
      opener = null;
      opening.unlock();
    }
  }

  private void take(Step step) throws Exception {
    if (ended) throw ProcessEnd.ending();
    step.run();
  }

  /** Takes down that something has begun. */
  public void begin(String what) {
    begun.add(what);
  }

  /** Whether it has begun; all has, once every step was taken. */
  public boolean hasBegun(String what) {
    return opened || begun.contains(what);
  }

  /** Takes no further step. */
  public void end() {
    ended = true;
  }

  /** Whether no further step is taken. */
  public boolean isEnded() {
    return ended;
  }

  /** Whether a thread is at a step. */
  public boolean isOpener(Thread thread) {
    return thread.equals(opener);
  }

  /**
   * Interrupts the thread that is at a step, and waits for it.
   *
   * @throws InterruptedException if the calling thread is interrupted meanwhile
   */
  public void endOpening() throws InterruptedException {
    var thread = opener;
    if (thread != null) thread.interrupt();
    if (!opening.tryLock()) opening.lockInterruptibly();
    opening.unlock();
  }

  /**
   * Closes, once. A second call waits for the first, but not for ever: that may wait for whoever
   * calls.
   *
   * @param ending the thread that waits for this
   */
  public void close(Thread ending, Runnable all) {
    if (ending.equals(closer) || !mayClose()) return;
    try {
      if (closed) return;
      closed = true;
      closer = Thread.currentThread();
      all.run();
    } finally {
      closer = null;
      closing.unlock();
    }
  }

  private boolean mayClose() {
    try {
      return closing.tryLock(SECOND_CLOSE_MAX.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
