package dev.covet.data.store;

import dev.covet.base.loop.Failures;
import dev.covet.base.transaction.UnitOfWork;
import dev.covet.data.driver.Isolation;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import dev.covet.data.driver.Work;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction from the beginning of a block of the user's code to its end. */
final class TransactionBlock {
  private final Store store;
  private final Transaction transaction;
  private final @Nullable UnitOfWork unit;
  private final Isolation isolation;
  private final Thread owner = Thread.currentThread();
  private int depth;

  private TransactionBlock(
      Store store, Transaction transaction, @Nullable UnitOfWork unit, Isolation isolation) {
    this.store = store;
    this.transaction = transaction;
    this.unit = unit;
    this.isolation = isolation;
  }

  TransactionBlock(Store store, Transaction transaction, @Nullable UnitOfWork unit) {
    this(store, transaction, unit, Isolation.READ_COMMITTED);
  }

  /** Waits for the turn to write. */
  static TransactionBlock writing(Store store, Isolation isolation) {
    var begun = store.told(() -> store.driver().begin(isolation));
    return new TransactionBlock(store, begun, new UnitOfWork(), isolation);
  }

  /** Whether it sees no more of others than one of such an isolation. */
  boolean isAtLeast(Isolation other) {
    return isolation.compareTo(other) >= 0;
  }

  /** Sees one state of the database. */
  static TransactionBlock reading(Store store, Supplier<Transaction> snapshot) {
    return new TransactionBlock(store, store.told(snapshot), null);
  }

  Optional<UnitOfWork> unitOfWork() {
    return Optional.ofNullable(unit);
  }

  void mustWrite() {
    if (unit == null) {
      throw new IllegalStateException("db.readOnly(...) can only read; write in db.tx(...)");
    }
  }

  <R> R run(Function<Link, R> work) {
    return store.told(() -> transaction.run(work));
  }

  /**
   * Does the work and ends the transaction. What work after the commit throws is thrown, and undoes
   * nothing.
   *
   * @param over has the session go on without it, before the work that waits for its end
   */
  <R, X extends Exception> R outermost(Work<R, X> work, Runnable over) throws X {
    R result;
    try {
      result = work.run();
      if (unit != null) {
        unit.committing();
        commit();
      }
    } catch (Throwable failure) {
      over.run();
      Failures.after(failure, this::undo);
      throw failure;
    }
    over.run();
    if (unit == null) {
      mark(transaction::rollback);
    } else {
      unit.committed();
    }
    return result;
  }

  private void commit() {
    store.told(() -> {
      transaction.commit();
      return true;
    });
  }

  private void undo() {
    var failure = Failures.after(null, transaction::rollback);
    if (unit != null) failure = Failures.after(failure, unit::rolledBack);
    Failures.orThrow(failure);
  }

  /**
   * Does the work and, if it throws, undoes it alone, with the work that waits for its end.
   * Savepoints of one connection lie within each other, so those of two threads would undo, or
   * keep, what the other wrote.
   *
   * @throws IllegalStateException in another thread than the one that began the transaction
   */
  <R, X extends Exception> R inner(Work<R, X> work) throws X {
    if (!Thread.currentThread().equals(owner)) {
      throw new IllegalStateException(
          "An inner db.tx(...) must run in the thread that began the outer one. Other threads can"
              + " run statements there, or begin a transaction on a Session of their own.");
    }
    var begun = Objects.requireNonNull(unit).mark();
    var level = ++depth;
    try {
      mark(() -> transaction.savepoint(level));
      R result;
      try {
        result = work.run();
      } catch (Throwable failure) {
        Failures.after(failure, () -> undo(level, begun));
        throw failure;
      }
      mark(() -> transaction.release(level));
      return result;
    } finally {
      depth--;
    }
  }

  /** What cannot be undone alone is undone with all the rest, and its work done then. */
  private void undo(int level, UnitOfWork.Mark begun) {
    mark(() -> transaction.rollbackTo(level));
    Objects.requireNonNull(unit).rolledBackTo(begun);
  }

  private void mark(Runnable savepoint) {
    store.told(() -> {
      savepoint.run();
      return true;
    });
  }
}
