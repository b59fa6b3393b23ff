package dev.covet.data.sqlite;

import dev.covet.base.loop.Failures;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction that owns its connection until it ends, or until its time is over. */
final class SqliteTransaction implements Transaction {
  private final SqliteLink link;
  private final Workers workers;
  private final DatabaseLimits limits;
  private final Runnable giveBack;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable TimeLimit deadline;
  private volatile boolean hasExpired;
  private boolean hasEnded;

  /** Whether something could not be undone alone, so that all of it must be. */
  private volatile boolean isDoomed;

  SqliteTransaction(SqliteLink link, Workers workers, DatabaseLimits limits, Runnable giveBack) {
    this.link = link;
    this.workers = workers;
    this.limits = limits;
    this.giveBack = giveBack;
  }

  /**
   * Begins by a statement; if that fails the connection goes back, without whatever was open before
   * and should not have been.
   */
  SqliteTransaction begin(String statement) {
    try {
      workers.run(link, limits.statementMax(), () -> done(statement));
      return this;
    } catch (Throwable failure) {
      Failures.after(failure, this::undo);
      throw failure;
    }
  }

  /** Lets it be rolled back when it is open for too long. */
  SqliteTransaction within(Duration openMax, TimeLimits timeLimits) {
    lock.lock();
    try {
      deadline = timeLimits.set(openMax, this::expire);
      return this;
    } finally {
      leave();
    }
  }

  @Override
  public <R extends @Nullable Object> R run(Function<Link, R> work) {
    lock.lock();
    try {
      mustBeOpen();
      return workers.runUntilInterrupted(link, limits.statementMax(), () -> piece(work));
    } catch (DatabaseFault fault) {
      throw hasExpired ? expired() : fault;
    } finally {
      leave();
    }
  }

  private <R extends @Nullable Object> R piece(Function<Link, R> work) {
    link.run("SAVEPOINT piece");
    try {
      var result = work.apply(link);
      link.run("RELEASE piece");
      return result;
    } catch (Throwable failure) {
      undoPiece(failure);
      throw failure;
    }
  }

  /** SQLite itself undoes everything when the disk is full or a write is stopped. */
  private void undoPiece(Throwable failure) {
    try {
      link.run("ROLLBACK TO piece");
      link.run("RELEASE piece");
    } catch (Throwable second) {
      isDoomed = true;
      Failures.both(failure, second);
    }
  }

  @Override
  public void savepoint(int depth) {
    inside(() -> done("SAVEPOINT inner_" + depth));
  }

  @Override
  public void rollbackTo(int depth) {
    must("ROLLBACK TO inner_" + depth);
    must("RELEASE inner_" + depth);
  }

  @Override
  public void release(int depth) {
    must("RELEASE inner_" + depth);
  }

  /** What an inner transaction wrote must not be kept when it could not be undone. */
  private void must(String statement) {
    try {
      inside(() -> done(statement));
    } catch (Throwable failure) {
      isDoomed = true;
      throw failure;
    }
  }

  @Override
  public void commit() {
    lock.lock();
    try {
      ran(() -> done("COMMIT"));
      end();
    } finally {
      leave();
    }
  }

  /** In place: it forgets pages and syncs nothing, and no pool that is full may refuse it. */
  @Override
  public void rollback() {
    lock.lock();
    try {
      if (!hasEnded) undo();
    } finally {
      lock.unlock();
    }
  }

  private void undo() {
    link.go();
    Failures.orThrow(Failures.after(Failures.after(null, link::rollback), this::end));
  }

  /** Whoever runs a statement now is stopped and rolls back; if nobody does, this does. */
  private void expire() {
    hasExpired = true;
    link.stop();
    undoIfExpired();
  }

  /** Whoever could not undo it while it was in use leaves that to its user. */
  private void leave() {
    lock.unlock();
    undoIfExpired();
  }

  private void undoIfExpired() {
    if (!hasExpired || !lock.tryLock()) return;
    try {
      if (!hasEnded) undo();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    hasEnded = true;
    if (deadline != null) deadline.close();
    link.go();
    giveBack.run();
  }

  private boolean done(String statement) {
    link.run(statement);
    return true;
  }

  private <R extends @Nullable Object> R inside(Supplier<R> work) {
    lock.lock();
    try {
      return ran(work);
    } finally {
      leave();
    }
  }

  private <R extends @Nullable Object> R ran(Supplier<R> work) {
    mustBeOpen();
    try {
      return workers.run(link, limits.statementMax(), work);
    } catch (DatabaseFault fault) {
      throw hasExpired ? expired() : fault;
    }
  }

  private void mustBeOpen() {
    if (hasExpired) throw expired();
    if (hasEnded) throw new IllegalStateException("the transaction has ended");
    if (isDoomed) {
      throw unavailable("The transaction was rolled back because of an earlier failure");
    }
  }

  private static DatabaseFault expired() {
    return unavailable("A transaction was open for too long");
  }

  private static DatabaseFault unavailable(String message) {
    return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, message);
  }
}
