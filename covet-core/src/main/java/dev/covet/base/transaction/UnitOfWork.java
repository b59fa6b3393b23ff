package dev.covet.base.transaction;

import dev.covet.base.loop.Failures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with one transaction: work to do just before it commits, after it has, or after
 * it was rolled back. Whoever runs the transaction calls {@link #committing}, then {@link
 * #committed} or {@link #rolledBack}; {@link #mark} and {@link #rolledBackTo} where a part of it is
 * undone alone. Those are one thread's; work may come from any.
 */
public final class UnitOfWork {
  /**
   * Most pieces of work that one transaction may carry of each kind, so that a loop in a handler
   * ends in an error.
   */
  static final int WORK_MAX = 10_000;

  private final List<Runnable> beforeCommit = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final List<Runnable> afterRollback = new ArrayList<>();
  private boolean over;

  /** How much work there was when a part of the transaction began. */
  public record Mark(int beforeCommit, int afterCommit, int afterRollback) {}

  /**
   * Has work done inside the transaction, just before it commits; if it throws, the transaction is
   * rolled back.
   */
  public void beforeCommit(Runnable work) {
    add(beforeCommit, work);
  }

  /** Has work done once the transaction is durable. */
  public void afterCommit(Runnable work) {
    add(afterCommit, work);
  }

  /** Has work done once the transaction has been rolled back. */
  public void afterRollback(Runnable work) {
    add(afterRollback, work);
  }

  private synchronized void add(List<Runnable> kind, Runnable work) {
    if (over) throw new IllegalStateException("the transaction is over");
    if (kind.size() == WORK_MAX) {
      throw new IllegalStateException(
          "a transaction can have at most " + WORK_MAX + " actions for after its end");
    }
    kind.add(work);
  }

  /** Where the work of a part begins that may be undone alone. */
  public Mark mark() {
    synchronized (this) {
      return new Mark(beforeCommit.size(), afterCommit.size(), afterRollback.size());
    }
  }

  /**
   * Forgets the work for a commit that came since the mark, since what it belongs to was undone,
   * and does the work after a rollback; a failure keeps none of the rest from being done.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones
   */
  public void rolledBackTo(Mark mark) {
    runAll(undone(mark));
  }

  private synchronized List<Runnable> undone(Mark mark) {
    taken(mark.beforeCommit(), beforeCommit);
    taken(mark.afterCommit(), afterCommit);
    return taken(mark.afterRollback(), afterRollback);
  }

  private static List<Runnable> taken(int mark, List<Runnable> works) {
    var since = works.subList(mark, works.size());
    var taken = List.copyOf(since);
    since.clear();
    return taken;
  }

  /**
   * Does the work before the commit in the order in which it came, also what that work adds; after
   * that nothing can be added.
   *
   * @throws RuntimeException the first failure, after which the transaction must be rolled back
   */
  public void committing() {
    var done = 0;
    for (var work = before(done); work != null; work = before(done)) {
      work.run();
      done++;
    }
  }

  private synchronized @Nullable Runnable before(int done) {
    over = done == beforeCommit.size();
    return over ? null : beforeCommit.get(done);
  }

  /**
   * Does the work after the commit; a failure keeps none of the rest from being done.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones; the transaction
   *     is durable all the same
   */
  public void committed() {
    runAll(ended(afterCommit));
  }

  /**
   * Does the work after a rollback; a failure keeps none of the rest from being done.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones
   */
  public void rolledBack() {
    runAll(ended(afterRollback));
  }

  private synchronized List<Runnable> ended(List<Runnable> works) {
    over = true;
    return List.copyOf(works);
  }

  private static void runAll(List<Runnable> works) {
    Throwable failure = null;
    for (var work : works) failure = Failures.after(failure, work::run);
    Failures.orThrow(failure);
  }
}
