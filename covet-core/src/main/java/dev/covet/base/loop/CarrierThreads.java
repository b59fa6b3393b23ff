package dev.covet.base.loop;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Platform threads that carry the virtual threads of routes which hold up whatever carries them.
 * The JDK's scheduler has one carrier for each core, so two of these routes would keep every other
 * request waiting there. What finds no place here goes to the JDK's scheduler. Safe for use by many
 * threads.
 */
final class CarrierThreads implements Executor, AutoCloseable {
  private static final int COUNT_MIN = 16;
  private static final int COUNT_PER_CORE = 4;
  private static final int QUEUE_MAX = 1_024;
  private static final int IDLE_SECONDS_MAX = 60;

  private final ThreadPoolExecutor threads;

  CarrierThreads(Executor otherwise) {
    var count = Math.max(COUNT_MIN, COUNT_PER_CORE * Runtime.getRuntime().availableProcessors());
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS_MAX,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE_MAX),
            Pool.numbered(new ThreadGroup("covet-carrier")),
            (segment, _) -> otherwise.execute(segment));
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable segment) {
    threads.execute(segment);
  }

  /** Ends the threads once they have carried what waits. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
