package dev.covet.data.postgres;

import dev.covet.base.loop.Failures;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Sql;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that owns its connection until it ends. Before a piece changes something there is a
 * savepoint, behind which nothing but reading was done; it is sent together with the statement that
 * follows, which fails if that does. A piece that only reads makes none: if the database refuses
 * what it reads after something was changed, all of it is undone.
 */
final class PostgresTransaction implements Transaction {
  private final PostgresPool pool;
  private final PostgresLink link;
  private int marks;

  /** The savepoint that pieces are undone to; empty where there is none. */
  private String mark = "";

  /** Whether something was changed behind that. */
  private boolean hasChanged;

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicReference<Time> time = new AtomicReference<>(Time.OPEN);
  private boolean hasEnded;

  /** Whether something could not be undone alone, so that all of it must be. */
  private boolean isDoomed;

  /** Whether it may go on. */
  private enum Time {
    OPEN,
    /** It was open for too long, and its connection has ended or is about to. */
    OVER,
    /** It is being committed, or has ended: nobody stops it any more. */
    ENDING
  }

  private PostgresTransaction(PostgresPool pool, PostgresLink link) {
    this.pool = pool;
    this.link = link;
  }

  /**
   * Begins one on a connection of its own. It waits until that has begun: what comes behind would
   * be committed alone otherwise.
   */
  static PostgresTransaction begin(PostgresPool pool, String begin) {
    return begun(new PostgresTransaction(pool, pool.take()), begin);
  }

  /** As {@link #begin}, of one in pieces: its first savepoint is made with it. */
  static PostgresTransaction beginPieces(PostgresPool pool, String begin) {
    var transaction = new PostgresTransaction(pool, pool.take());
    return begun(transaction, begin + ";" + transaction.nextMark());
  }

  private static PostgresTransaction begun(PostgresTransaction transaction, String begin) {
    try {
      transaction.link.begin(begin);
      return transaction;
    } catch (Throwable failure) {
      Failures.after(failure, transaction::rollback);
      throw failure;
    }
  }

  /**
   * Ends it when it is open for too long: PostgreSQL undoes what a connection that ends has open.
   */
  PostgresTransaction within(Duration openMax) {
    var end = System.nanoTime() + openMax.toNanos();
    link.watch(() -> {
      if (System.nanoTime() - end > 0) expire();
    });
    return this;
  }

  /** Again at each look, until it has ended. */
  private void expire() {
    time.compareAndSet(Time.OPEN, Time.OVER);
    if (time.get() == Time.OVER) link.stop();
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
    } catch (DatabaseFault fault) {
      throw time.get() == Time.OVER ? expired() : fault;
    } finally {
      lock.unlock();
    }
  }

  private <R extends @Nullable Object> R piece(Function<Link, R> work) {
    var piece = new Piece();
    try {
      return work.apply(piece);
    } catch (Throwable failure) {
      undo(piece, failure);
      throw failure;
    }
  }

  /** The connection while a piece has it. */
  private final class Piece implements Link {
    private boolean changes;

    @Override
    public <R extends @Nullable Object> List<R> query(
        Sql sql, Function<? super Row, ? extends R> each) {
      if (!sql.isRead()) changes();
      return link.query(sql, each);
    }

    @Override
    public long execute(Sql sql) {
      changes();
      return link.execute(sql);
    }

    private void changes() {
      if (!changes && (mark.isEmpty() || hasChanged)) link.send(nextMark());
      changes = true;
      hasChanged = true;
    }
  }

  /**
   * Makes another savepoint in the place of the one before. It has another name: where it fails to
   * be made, nobody comes back to the one before instead, which would undo what was told to be
   * done.
   */
  private String nextMark() {
    var next = "piece_" + ++marks;
    var sql = release() + "SAVEPOINT " + next;
    mark = next;
    hasChanged = false;
    return sql;
  }

  private String release() {
    return mark.isEmpty() ? "" : "RELEASE " + mark + ";";
  }

  /** Where there is nothing to come back to, a savepoint can be made unless the database failed. */
  private void undo(Piece piece, Throwable failure) {
    try {
      mustBeUsable();
      var isBefore = piece.changes || !(mark.isEmpty() || hasChanged);
      link.run(isBefore ? "ROLLBACK TO " + mark : nextMark());
      hasChanged = false;
    } catch (Throwable second) {
      isDoomed = true;
      Failures.both(failure, second);
    }
  }

  /** A connection whose statement was cancelled may have another one cancelled still. */
  private void mustBeUsable() {
    if (!link.isUsable()) {
      throw PostgresErrors.unavailable("The connection to the database was lost");
    }
  }

  @Override
  public void savepoint(int depth) {
    inside(() -> {
      var outer = release();
      mark = "";
      link.send(outer + "SAVEPOINT inner_" + depth + ";" + nextMark());
    });
  }

  @Override
  public void rollbackTo(int depth) {
    inside(() -> must("ROLLBACK TO inner_" + depth));
    release(depth);
  }

  @Override
  public void release(int depth) {
    inside(() -> {
      mark = "";
      must("RELEASE inner_" + depth + ";" + nextMark());
    });
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
    } catch (DatabaseFault fault) {
      throw time.get() == Time.OVER ? expired() : fault;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes everything durable. PostgreSQL answers {@code COMMIT} of what has failed as if it were
   * well; of that, the savepoint cannot be released.
   *
   * @throws DatabaseFault also if the connection is lost before the answer comes: then nobody knows
   */
  @Override
  public void commit() {
    inside(this::committed);
  }

  private void committed() {
    if (!time.compareAndSet(Time.OPEN, Time.ENDING)) throw expired();
    mustBeUsable();
    try {
      link.runToItsEnd(release() + "COMMIT");
    } catch (DatabaseFault fault) {
      throw fault.getCause() instanceof PgException ? fault : unknown(fault);
    }
    end();
  }

  /** The answer to what commits never came. */
  static DatabaseFault unknown(DatabaseFault fault) {
    return new DatabaseFault(
        DatabaseFault.Kind.COMMIT_UNKNOWN,
        "The connection was lost before it was known whether this is stored",
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
      if (link.isUsable()) link.runToItsEnd("ROLLBACK");
    } catch (Throwable failure) {
      link.close();
      throw failure;
    } finally {
      end();
    }
  }

  private void end() {
    hasEnded = true;
    link.watch(null);
    time.compareAndSet(Time.OPEN, Time.ENDING);
    if (time.get() == Time.OVER) link.close(); // whoever stops it may only be about to
    pool.giveBack(link);
  }

  private static DatabaseFault expired() {
    return PostgresErrors.unavailable("A transaction was open for too long");
  }

  private void mustBeOpen() {
    if (time.get() == Time.OVER) throw expired();
    if (hasEnded) throw new IllegalStateException("the transaction has ended");
    if (isDoomed) {
      throw PostgresErrors.unavailable(
          "The transaction was rolled back because of an earlier failure");
    }
  }
}
