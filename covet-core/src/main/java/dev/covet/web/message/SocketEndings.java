package dev.covet.web.message;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.observe.LoggedFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one WebSocket ended, which it does once, and what is to be done then. Thread-safe.
 *
 * @param <E> how it ended
 */
public final class SocketEndings<E> {
  private static final Logger LOG = LoggerFactory.getLogger(SocketEndings.class);

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
   * Ends it: notes how, then does what is to be done. A task that fails is logged, and keeps
   * nothing else from being done.
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
    all.forEach(SocketEndings::done);
    return true;
  }

  /** Does one thing of those; that it fails is logged. */
  public static void done(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      LOG.error("socket_task_failed", LoggedFault.of(failure));
      FatalErrors.tell(failure);
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
    done(task);
  }

  /** Has something not done any more. */
  public synchronized void remove(Runnable task) {
    tasks.remove(task);
  }
}
