package dev.covet.data.sqlite;

import dev.covet.base.loop.Pool;
import dev.covet.data.driver.DatabaseFault;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work on threads that may block, for callers that wait. Thread-safe. */
final class Workers implements AutoCloseable {
  private final TimeLimits timeLimits = new TimeLimits();
  private final Executor executor;
  private final Runnable end;

  private Workers(Executor executor, Runnable end) {
    this.executor = executor;
    this.end = end;
  }

  /** Work on the threads of somebody else, who ends them. */
  static Workers on(Executor executor) {
    return new Workers(executor, () -> {});
  }

  /** Work on a pool of its own, which ends with it. */
  static Workers own(Pool pool) {
    return new Workers(pool::execute, pool::close);
  }

  /** What ends work that takes too long. */
  TimeLimits timeLimits() {
    return timeLimits;
  }

  @Override
  public void close() {
    timeLimits.close();
    end.run();
  }

  /**
   * Runs work of a connection and waits for it to end; when its time is over it is stopped, or
   * given up if no thread has begun it. A caller on a thread of its own does it itself: only
   * virtual threads hold up others while they wait in native code. The caller's interruption stays
   * set and does not stop it: what was written is known.
   */
  <R extends @Nullable Object> R run(SqliteLink link, Duration timeMax, Supplier<R> work) {
    return mayBlock()
        ? here(link, timeLimits.set(timeMax, link::stop), work)
        : elsewhere(link, timeMax, work, _ -> {});
  }

  /** The same for work that is stopped when the caller is interrupted, and can be undone. */
  <R extends @Nullable Object> R runUntilInterrupted(
      SqliteLink link, Duration timeMax, Supplier<R> work) {
    try {
      return mayBlock()
          ? here(link, timeLimits.untilInterrupted(timeMax, link::stop), work)
          : elsewhere(link, timeMax, work, TimeLimit::end);
    } catch (DatabaseFault fault) {
      throw fault.kind() == DatabaseFault.Kind.TIMEOUT && Thread.currentThread().isInterrupted()
          ? new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted while waiting", fault)
          : fault;
    }
  }

  private static boolean mayBlock() {
    return !Thread.currentThread().isVirtual();
  }

  private static <R extends @Nullable Object> R here(
      SqliteLink link, TimeLimit limit, Supplier<R> work) {
    try (limit) {
      return work.get();
    } catch (Throwable failure) { // also a checked one, which code can hide
      throw unchecked(failure);
    } finally {
      link.go();
    }
  }

  private <R extends @Nullable Object> R elsewhere(
      SqliteLink link, Duration timeMax, Supplier<R> work, Consumer<TimeLimit> interrupted) {
    var task = new Task<>(work);
    try (var limit = timeLimits.set(timeMax, () -> stop(link, task))) {
      executor.execute(task);
      return await(task, () -> interrupted.accept(limit));
    } finally {
      link.go();
    }
  }

  private static void stop(SqliteLink link, Task<?> task) {
    link.stop();
    task.giveUp();
  }

  /** Work that is either begun or given up. */
  private static final class Task<R extends @Nullable Object> extends FutureTask<R> {
    private final AtomicBoolean isTaken = new AtomicBoolean();

    Task(Supplier<R> work) {
      super(work::get);
    }

    @Override
    public void run() {
      if (isTaken.compareAndSet(false, true)) super.run();
    }

    void giveUp() {
      if (isTaken.compareAndSet(false, true)) cancel(false);
    }
  }

  private static <R extends @Nullable Object> R await(FutureTask<R> task, Runnable interrupted) {
    try {
      return task.get();
    } catch (InterruptedException _) {
      interrupted.run();
      return awaitOn(task);
    } catch (ExecutionException failure) {
      throw unchecked(failure.getCause());
    } catch (CancellationException failure) {
      throw new DatabaseFault(
          DatabaseFault.Kind.UNAVAILABLE, "The database is busy or closing", failure);
    }
  }

  /** What has begun is waited for; that somebody interrupted is said afterwards. */
  private static <R extends @Nullable Object> R awaitOn(FutureTask<R> task) {
    try {
      return await(task, () -> {});
    } finally {
      Thread.currentThread().interrupt();
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
