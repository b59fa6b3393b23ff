package dev.covet.data.sqlite;

import dev.covet.base.observe.LoggedFault;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what takes too long. As many things have a deadline as there are connections, and most are
 * done long before, so they are looked at in turns: setting one wakes no timer. Thread-safe.
 */
final class TimeLimits implements AutoCloseable {
  /** Longest time by which a deadline is missed, in milliseconds. */
  private static final long TICK_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(TimeLimits.class);

  private final Set<TimeLimit> set = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("covet-sqlite-timer").factory());
  private final Future<?> ticking =
      timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);

  /**
   * Has something done after a time, and again every 100 ms until the deadline is closed.
   *
   * @param action short; it never runs once the deadline is closed
   */
  TimeLimit set(Duration time, Runnable action) {
    return set(time, () -> false, action);
  }

  /** The same, and sooner if the calling thread is interrupted. */
  TimeLimit untilInterrupted(Duration time, Runnable action) {
    return set(time, Thread.currentThread()::isInterrupted, action);
  }

  private TimeLimit set(Duration time, BooleanSupplier isOver, Runnable action) {
    var end = System.nanoTime() + time.toNanos();
    var deadline = new TimeLimit(end, isOver, action, set::remove);
    set.add(deadline);
    return deadline;
  }

  private void tick() {
    var now = System.nanoTime();
    for (var deadline : set) {
      try {
        deadline.look(now);
      } catch (RuntimeException failure) {
        LOG.error("statement_not_ended", LoggedFault.of(failure));
      }
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
    timer.shutdown();
  }
}
