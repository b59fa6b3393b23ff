package dev.covet.resilience;

import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Metrics;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts what takes too long. What ends well all the same is the answer. Thread-safe. */
final class DeadlineLayer implements Layer {
  private final long nanos;
  private final Counter passed;

  DeadlineLayer(ProtectionTerm.Time term, Metrics metrics) {
    this.nanos = term.most().toNanos();
    this.passed = metrics.counter("deadlines_passed_total", "deadline", term.name());
  }

  @Override
  public <T extends @Nullable Object> T call(Progress progress, Callable<T> inner)
      throws Exception {
    var watch = new Watch(Thread.currentThread(), progress);
    var alarm = ForkJoinPool.commonPool().schedule(watch, nanos, TimeUnit.NANOSECONDS);
    try {
      return inner.call();
    } catch (Exception failed) {
      if (!progress.isLate()) throw failed;
      passed.add(1);
      throw new DeadlinePassed(failed);
    } finally {
      watch.end();
      alarm.cancel(false);
    }
  }

  /** Interrupts one thread, unless that has gone on to something else. */
  private static final class Watch implements Runnable {
    private final Thread thread;
    private final Progress progress;
    private boolean ended;
    private boolean interrupted;

    Watch(Thread thread, Progress progress) {
      this.thread = thread;
      this.progress = progress;
    }

    @Override
    public synchronized void run() {
      if (ended) return;
      interrupted = true;
      progress.late();
      thread.interrupt();
    }

    /** After this the thread is not interrupted, and is not if it was. */
    synchronized void end() {
      ended = true;
      if (interrupted) Thread.interrupted();
    }
  }
}
