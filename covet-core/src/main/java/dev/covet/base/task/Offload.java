package dev.covet.base.task;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.schema.BuiltInError;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work on platform threads of a bounded pool, while the calling thread waits for it: what
 * would keep others from the thread, or the core, that it is on. Every app has one as a service.
 * Thread-safe.
 *
 * <pre>{@code
 * Image small = offload.cpu(() -> scale(image));
 * }</pre>
 *
 * <p>Its log lines have the id of the request. If the calling thread is interrupted, because its
 * client is gone or its time is over, work that waits never begins, and work at hand is interrupted
 * and no longer waited for. On a thread of the same pool it is done right there, so that a pool
 * never waits for itself; work that starts threads of its own which need the same pool can.
 */
public final class Offload {
  private final Supplier<Loops> loops;

  /**
   * One on the pools of an app.
   *
   * @param loops gives them, once the app is open
   */
  public Offload(Supplier<Loops> loops) {
    this.loops = loops;
  }

  /**
   * Work that gives something.
   *
   * @param <R> its result
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Task<R extends @Nullable Object, X extends Exception> {
    /** Does it. */
    R run() throws X;
  }

  /**
   * Work that gives nothing.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface VoidTask<X extends Exception> {
    /** Does it. */
    void run() throws X;
  }

  /**
   * Calculates: at most {@code CPU_THREADS_MAX} tasks at once, usually one fewer than there are
   * cores.
   *
   * @throws X what the task throws
   * @throws QueueFull if {@code CPU_QUEUE_MAX} (256) tasks wait already (503)
   * @throws Unavailable if the calling thread is interrupted (503); it is then interrupted still
   */
  public <R extends @Nullable Object, X extends Exception> R cpu(Task<R, X> task) throws X {
    return on(loops.get().cpu(), BuiltInError.CPU_QUEUE_MAX, task);
  }

  /** As {@link #cpu(Task)}, for what gives nothing. */
  public <X extends Exception> void cpu(VoidTask<X> task) throws X {
    cpu(task(task));
  }

  /**
   * Does what holds its thread, such as a native call: at most {@code BLOCKING_THREADS_MAX} (64)
   * tasks at once, {@code @Blocking} handlers among them.
   *
   * @throws X what the task throws
   * @throws QueueFull if {@code BLOCKING_QUEUE_MAX} (1,024) tasks wait already (503)
   * @throws Unavailable if the calling thread is interrupted (503); it is then interrupted still
   */
  public <R extends @Nullable Object, X extends Exception> R blocking(Task<R, X> task) throws X {
    return on(loops.get().blocking(), BuiltInError.BLOCKING_QUEUE_MAX, task);
  }

  /** As {@link #blocking(Task)}, for what gives nothing. */
  public <X extends Exception> void blocking(VoidTask<X> task) throws X {
    blocking(task(task));
  }

  private static <X extends Exception> Task<Boolean, X> task(VoidTask<X> task) {
    return () -> {
      task.run();
      return true;
    };
  }

  private static <R extends @Nullable Object, X extends Exception> R on(
      Pool pool, BuiltInError limit, Task<R, X> task) throws X {
    if (pool.isHere()) return task.run();
    var part = new Part<>(Carried.here(), task);
    try {
      pool.call(part);
    } catch (PoolFull _) {
      throw new QueueFull(limit);
    } catch (CancellationException _) {
      throw new Unavailable("The app is stopping");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The work was given up");
    } catch (Exception e) {
      throw new IllegalStateException(e); // what the task throws is told otherwise
    }
    return part.given();
  }

  /** What is done on the pool: an interruption that it throws is not one of the calling thread. */
  private static final class Part<R extends @Nullable Object, X extends Exception>
      implements Callable<Boolean> {
    private final Carried carried;
    private final Task<R, X> task;
    private @Nullable R result;
    private @Nullable Throwable thrown;

    Part(Carried carried, Task<R, X> task) {
      this.carried = carried;
      this.task = task;
    }

    @Override
    public Boolean call() {
      try {
        result = carried.run(task::run);
      } catch (Throwable e) {
        thrown = e;
        FatalErrors.tell(e); // now: nobody may be waiting any more
      }
      return true;
    }

    @SuppressWarnings("NullAway") // it is null if the task's result is
    R given() throws X {
      Carried.<X>rethrow(thrown);
      return result;
    }
  }
}
