package dev.covet.cli.dev;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What has to end before the process does. Thread-safe. */
final class Endings {
  private volatile @Nullable Thread runner;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Threads that close what is not needed any more. */
  private final Set<Thread> closing = ConcurrentHashMap.newKeySet();

  /** This thread is at work from now on. */
  void begin() {
    runner = Thread.currentThread();
  }

  /** Its work is done. */
  void end() {
    ended.countDown();
  }

  /** Notes a thread that closes something. */
  void add(Thread thread) {
    closing.add(thread);
  }

  /** Forgets those that have ended: each would keep its version in memory. */
  void prune() {
    closing.removeIf(thread -> !thread.isAlive());
  }

  /** Interrupts what is at work, and waits for it, and for all that closes. */
  void await(Duration most) throws InterruptedException {
    var running = runner;
    if (running != null && ended.getCount() > 0) {
      running.interrupt();
      var _ = ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
    var until = System.nanoTime() + most.toNanos();
    for (var thread : closing) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (left.isPositive()) thread.join(left);
    }
  }
}
