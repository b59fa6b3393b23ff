package dev.covet.web.message;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one WebSocket ended, which it does once, and what is to be done then. Thread-safe.
 *
 * @param <E> how it ended
 */
public final class SocketEndings<E> {
  /** Guarded by this. */
  private final Set<Runnable> tasks = new HashSet<>(0);

  private volatile @Nullable E how;

  /** For one that is open. */
  public SocketEndings() {}

  /** How it ended; null as long as it is open. */
  public @Nullable E how() {
    return how;
  }

  /**
   * Ends it: notes how, then does what is to be done. A task that fails keeps no other from being
   * done; what the first of those threw is thrown in the end.
   *
   * @param first what is done before all that was added
   * @return false, and nothing is done, if it has ended before
   */
  public boolean end(E how, Runnable first) {
    List<Runnable> all;
    synchronized (this) {
      if (this.how != null) return false;
      this.how = how;
      all = List.copyOf(tasks);
      tasks.clear();
    }
    first.run();
    var failures = all.stream().flatMap(each -> failure(each).stream()).toList();
    if (!failures.isEmpty()) throw failures.getFirst();
    return true;
  }

  private static Optional<RuntimeException> failure(Runnable task) {
    try {
      task.run();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** Has something done at the end; at once if that was before. */
  public void add(Runnable task) {
    synchronized (this) {
      if (how == null) {
        tasks.add(task);
        return;
      }
    }
    task.run();
  }

  /** Has something not done any more. */
  public synchronized void remove(Runnable task) {
    tasks.remove(task);
  }
}
