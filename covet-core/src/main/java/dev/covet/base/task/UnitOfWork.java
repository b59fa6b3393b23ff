package dev.covet.base.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with one transaction: work to do just before it commits, after it has, or after
 * it was rolled back. Whoever runs the transaction calls {@link #committing}, then {@link
 * #committed} or {@link #rolledBack}. Not thread-safe: a transaction is one thread.
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

  private void add(List<Runnable> kind, Runnable work) {
    if (over) {
      throw new IllegalStateException("the transaction is over");
    }
    if (kind.size() == WORK_MAX) {
      throw new IllegalStateException(
          "a transaction can have at most " + WORK_MAX + " actions for after its end");
    }
    kind.add(work);
  }

  /**
   * Does the work before the commit in the order in which it came, also what that work adds.
   *
   * @throws RuntimeException the first failure, after which the transaction must be rolled back
   */
  public void committing() {
    for (var i = 0; i < beforeCommit.size(); i++) {
      beforeCommit.get(i).run();
    }
  }

  /**
   * Does the work after the commit; a failure keeps none of the rest from being done.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones; the transaction
   *     is durable all the same
   */
  public void committed() {
    over = true;
    runAll(afterCommit);
  }

  /**
   * Does the work after a rollback; a failure keeps none of the rest from being done.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones
   */
  public void rolledBack() {
    over = true;
    runAll(afterRollback);
  }

  private static void runAll(List<Runnable> works) {
    RuntimeException failure = null;
    for (var work : works) {
      try {
        work.run();
      } catch (RuntimeException e) {
        failure = first(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException first(@Nullable RuntimeException earlier, RuntimeException e) {
    if (earlier == null) {
      return e;
    }
    if (!earlier.equals(e)) {
      earlier.addSuppressed(e);
    }
    return earlier;
  }
}
