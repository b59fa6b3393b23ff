package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work on threads that may block, for callers that wait; and ends what takes too long. */
final class Workers implements AutoCloseable {
  private final Executor executor;
  private final ScheduledThreadPoolExecutor timer;

  Workers(Executor executor) {
    this.executor = executor;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("covet-sqlite-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Does something later, on a worker, unless it is cancelled. */
  ScheduledFuture<?> later(Duration delay, Runnable action) {
    return timer.schedule(() -> executor.execute(action), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Runs work of a connection and waits for it to end, however long; it is stopped when its time is
   * over. The caller's interruption stays set and does not stop it: what was written is known.
   */
  <R extends @Nullable Object> R run(SqliteLink link, Duration workMax, Supplier<R> work) {
    var task = new FutureTask<R>(work::get);
    executor.execute(task);
    var stop = timer.schedule(link::interrupt, workMax.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return await(task);
    } finally {
      stop.cancel(false);
    }
  }

  private static <R extends @Nullable Object> R await(FutureTask<R> task) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException _) {
          interrupted = true;
        } catch (ExecutionException failure) {
          throw unchecked(failure.getCause());
        } catch (CancellationException failure) {
          throw new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Closing", failure);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
