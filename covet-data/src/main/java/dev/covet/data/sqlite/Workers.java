package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work on threads that may block, for callers that wait. Thread-safe. */
final class Workers {
  private final Executor executor;
  private final Deadlines deadlines;

  Workers(Executor executor, Deadlines deadlines) {
    this.executor = executor;
    this.deadlines = deadlines;
  }

  /**
   * Runs work of a connection and waits for it to end, however long; it is stopped when its time is
   * over. The caller's interruption stays set and does not stop it: what was written is known.
   */
  <R extends @Nullable Object> R run(SqliteLink link, Duration timeMax, Supplier<R> work) {
    var task = new FutureTask<R>(work::get);
    try (var _ = deadlines.set(timeMax, link::stop)) {
      executor.execute(task);
      return await(task);
    } finally {
      link.go();
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
}
