package dev.covet.base.task;

import dev.covet.api.Unavailable;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for many things, several at a time, as one: it gives every result, or fails as the
 * first of them did.
 *
 * <pre>{@code
 * List<Price> prices = Gather.map(ids, 8, this::load);
 * }</pre>
 *
 * <p>Each task has a virtual thread of its own. Its log lines have the id of the request. When one
 * fails, those that run are interrupted and no more begin; so it is when the calling thread is
 * interrupted, because its client is gone or its time is over. Whatever the outcome, no task is at
 * work any more when a call returns. Values in a {@code ThreadLocal} or {@code ScopedValue} of the
 * program's own are not handed on.
 */
public final class Gather {
  /**
   * Most tasks of a call that run at the same time ({@code gatherTasksMax}): many things are done
   * in turns, however many there are.
   */
  public static final int TASKS_MAX = 100;

  private Gather() {}

  /**
   * What is done for one thing, in a thread of its own.
   *
   * @param <T> the thing
   * @param <R> what is made of it
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Task<T, R extends @Nullable Object, X extends Exception> {
    /** Does it. */
    R run(T thing) throws X;
  }

  /**
   * Does a task for each thing.
   *
   * @param things of which a copy is made; null is none of them
   * @param atOnceMax most tasks at the same time, from 1 to {@link #TASKS_MAX}
   * @return the results in the order of the things; it cannot be changed
   * @throws X the first failure, when all others have ended
   * @throws Unavailable if the calling thread is interrupted (503); it is then interrupted still
   * @throws IllegalArgumentException if {@code atOnceMax} is not in its range
   */
  public static <T, R extends @Nullable Object, X extends Exception> List<R> map(
      Collection<? extends T> things, int atOnceMax, Task<? super T, ? extends R, X> task)
      throws X {
    if (atOnceMax < 1 || atOnceMax > TASKS_MAX) {
      throw new IllegalArgumentException(
          "atOnceMax must be from 1 to %s, not %s".formatted(TASKS_MAX, atOnceMax));
    }
    return new Gathering<T, R, X>(List.copyOf(things), atOnceMax, task).all();
  }
}
