package dev.covet.base.task;

import dev.covet.api.Unavailable;
import dev.covet.base.loop.FatalErrors;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one call of {@link Gather}, which the calling thread starts and waits for. What
 * several threads write is guarded by this.
 */
final class Gathering<T, R extends @Nullable Object, X extends Exception> {
  private final List<T> things;
  private final int atOnceMax;
  private final Gather.Task<? super T, ? extends R, X> task;
  private final Carried carried = Carried.here();
  private final @Nullable Object[] results;
  private final Set<Thread> running = new HashSet<>();
  private @Nullable Throwable failure;

  /** No more tasks begin. */
  private boolean over;

  Gathering(List<T> things, int atOnceMax, Gather.Task<? super T, ? extends R, X> task) {
    this.things = things;
    this.atOnceMax = atOnceMax;
    this.task = task;
    this.results = new Object[things.size()];
  }

  List<R> all() throws X {
    var interrupted = false;
    try {
      startAll();
    } catch (InterruptedException _) {
      interrupted = true;
      cancel();
    } catch (Throwable notStarted) {
      failed(notStarted);
    }
    if (awaitEnd() || interrupted) Thread.currentThread().interrupt();
    return result();
  }

  private void startAll() throws InterruptedException {
    for (var place = 0; place < results.length; place++) {
      awaitAtMost(atOnceMax - 1);
      if (!start(place)) return;
    }
  }

  private synchronized boolean start(int place) {
    if (over) return false;
    var thread = Thread.ofVirtual().name("covet-gather").unstarted(() -> run(place));
    running.add(thread);
    try {
      thread.start();
    } catch (Throwable e) {
      running.remove(thread);
      throw e;
    }
    return true;
  }

  private void run(int place) {
    try {
      results[place] = carried.run(() -> task.run(things.get(place)));
    } catch (Throwable thrown) {
      failed(thrown);
      FatalErrors.tell(thrown); // now: the others may take their time
    } finally {
      ended();
    }
  }

  /** What fails after the first, or after an interruption, failed because of it. */
  private synchronized void failed(Throwable thrown) {
    if (!over) failure = thrown;
    cancel();
  }

  private synchronized void cancel() {
    over = true;
    running.forEach(Thread::interrupt);
  }

  private synchronized void ended() {
    running.remove(Thread.currentThread());
    notifyAll();
  }

  private synchronized void awaitAtMost(int count) throws InterruptedException {
    while (running.size() > count) wait();
  }

  /**
   * Waits until no task runs, whatever happens.
   *
   * @return whether the thread was interrupted meanwhile; then the tasks were, too
   */
  private boolean awaitEnd() {
    var interrupted = false;
    while (true) {
      try {
        awaitAtMost(0);
        return interrupted;
      } catch (InterruptedException _) {
        interrupted = true;
        cancel();
      }
    }
  }

  @SuppressWarnings("unchecked") // nothing else is among the results
  private synchronized List<R> result() throws X {
    Carried.<X>rethrow(failure);
    if (over) throw new Unavailable("The work was given up");
    return Collections.unmodifiableList(Arrays.asList((R[]) results));
  }
}
