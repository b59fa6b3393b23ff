package dev.covet.data.postgres;

import dev.covet.base.loop.Failures;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that owns its connection until it ends. What begins it, and each of its savepoints,
 * is sent together with the statement that follows.
 */
final class PostgresTransaction implements Transaction {
  private final PostgresPool pool;
  private final PostgresLink link;
  private final Future<?> begun;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean hasEnded;

  /** Whether something could not be undone alone, so that all of it must be. */
  private boolean isDoomed;

  private PostgresTransaction(PostgresPool pool, PostgresLink link, String begin) {
    this.pool = pool;
    this.link = link;
    this.begun = link.send(begin);
  }

  /** Begins one on a connection of its own. */
  static PostgresTransaction begin(PostgresPool pool, String begin) {
    return new PostgresTransaction(pool, pool.take(), begin);
  }

  /** Statements that are not undone alone: whoever calls undoes everything if they throw. */
  <R extends @Nullable Object> R all(Function<Link, R> work) {
    lock.lock();
    try {
      return work.apply(link);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <R extends @Nullable Object> R run(Function<Link, R> work) {
    lock.lock();
    try {
      mustBeOpen();
      return piece(work);
    } finally {
      lock.unlock();
    }
  }

  private <R extends @Nullable Object> R piece(Function<Link, R> work) {
    link.send("SAVEPOINT piece");
    try {
      var result = work.apply(link);
      link.send("RELEASE piece");
      return result;
    } catch (Throwable failure) {
      undoPiece(failure);
      throw failure;
    }
  }

  private void undoPiece(Throwable failure) {
    if (!link.isUsable()) {
      isDoomed = true;
      return;
    }
    try {
      link.send("ROLLBACK TO piece");
      link.run("RELEASE piece");
    } catch (Throwable second) {
      isDoomed = true;
      Failures.both(failure, second);
    }
  }

  @Override
  public void savepoint(int depth) {
    inside(() -> link.send("SAVEPOINT inner_" + depth));
  }

  @Override
  public void rollbackTo(int depth) {
    inside(() -> must("ROLLBACK TO inner_" + depth));
    inside(() -> must("RELEASE inner_" + depth));
  }

  @Override
  public void release(int depth) {
    inside(() -> must("RELEASE inner_" + depth));
  }

  /** What an inner transaction wrote must not be kept when it could not be undone. */
  private void must(String statement) {
    try {
      link.run(statement);
    } catch (Throwable failure) {
      isDoomed = true;
      throw failure;
    }
  }

  private void inside(Runnable work) {
    lock.lock();
    try {
      mustBeOpen();
      work.run();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes everything durable.
   *
   * @throws DatabaseFault also if the connection is lost before the answer comes: then nobody knows
   */
  @Override
  public void commit() {
    inside(this::committed);
  }

  private void committed() {
    if (begun.failed()) throw PostgresErrors.of(begun.cause());
    try {
      link.run("COMMIT");
    } catch (DatabaseFault fault) {
      throw fault.getCause() instanceof PgException ? fault : unknown(fault);
    }
    end();
  }

  private static DatabaseFault unknown(DatabaseFault fault) {
    return new DatabaseFault(
        DatabaseFault.Kind.COMMIT_UNKNOWN,
        "The connection was lost while the transaction was committed",
        fault);
  }

  @Override
  public void rollback() {
    lock.lock();
    try {
      if (!hasEnded) undo();
    } finally {
      lock.unlock();
    }
  }

  /** A connection that cannot be used any more is closed, which undoes everything as well. */
  private void undo() {
    try {
      if (link.isUsable()) link.run("ROLLBACK");
    } catch (Throwable failure) {
      link.close();
      throw failure;
    } finally {
      end();
    }
  }

  private void end() {
    hasEnded = true;
    pool.giveBack(link);
  }

  private void mustBeOpen() {
    if (hasEnded) throw new IllegalStateException("the transaction has ended");
    if (isDoomed) {
      throw new DatabaseFault(
          DatabaseFault.Kind.UNAVAILABLE,
          "The transaction was rolled back because of an earlier failure");
    }
  }
}
