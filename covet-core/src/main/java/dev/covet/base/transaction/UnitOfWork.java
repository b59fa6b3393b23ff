package dev.covet.base.transaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with one transaction: work to do just before it commits, after it has, or after
 * it was rolled back. Whoever runs the transaction calls {@link #committing}, then {@link
 * #committed} or {@link #rolledBack}; {@link #mark} and {@link #rolledBackTo} where a part of it is
 * undone alone. Not thread-safe: a transaction is one thread.
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

  /** Where the work of a part begins that may be undone alone. */
  public Mark mark() {
    return new Mark(beforeCommit.size(), afterCommit.size(), afterRollback.size());
  }

  /**
   * Forgets the work for a commit that came since the mark, since what it belongs to was undone,
   * and does the work after a rollback; a failure keeps none of the rest from being done.
   *
   * @throws RuntimeException the first failure, with the others as suppressed ones
   */
  public void rolledBackTo(Mark mark) {
    since(mark.beforeCommit(), beforeCommit).clear();
    since(mark.afterCommit(), afterCommit).clear();
    var undone = since(mark.afterRollback(), afterRollback);
    var works = List.copyOf(undone);
    undone.clear();
    runAll(works);
  }

  private static List<Runnable> since(int mark, List<Runnable> works) {
    return works.subList(mark, works.size());
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
    Throwable failure = null;
    for (var work : works) {
      try {
        work.run();
      } catch (Throwable e) {
        failure = first(failure, e);
      }
    }
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null -> {}
      default -> throw new IllegalStateException(failure);
    }
  }

  private static Throwable first(@Nullable Throwable earlier, Throwable e) {
    if (earlier == null) {
      return e;
    }
    if (!earlier.equals(e)) {
      earlier.addSuppressed(e);
    }
    return earlier;
  }
}
