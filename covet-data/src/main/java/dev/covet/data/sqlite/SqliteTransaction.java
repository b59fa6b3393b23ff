package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Limits;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Transaction;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction that owns its connection until it ends, or until its time is over. */
final class SqliteTransaction implements Transaction {
  private final SqliteLink link;
  private final Workers workers;
  private final Limits limits;
  private final Runnable giveBack;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Future<?> expiry;
  private boolean hasEnded;
  private boolean hasExpired;

  SqliteTransaction(SqliteLink link, Workers workers, Limits limits, Runnable giveBack) {
    this.link = link;
    this.workers = workers;
    this.limits = limits;
    this.giveBack = giveBack;
  }

  /** Begins by a statement; the connection goes back if that fails. */
  SqliteTransaction begin(String statement) {
    try {
      workers.run(
          link,
          limits.statementMax(),
          () -> {
            link.run(statement);
            return true;
          });
      return this;
    } catch (RuntimeException failure) {
      giveBack.run();
      throw failure;
    }
  }

  /** Lets it be rolled back when it is open for too long. */
  SqliteTransaction expiring() {
    expiry = workers.later(limits.writingMax(), this::expire);
    return this;
  }

  @Override
  public <R extends @Nullable Object> R run(Function<Link, R> work) {
    return inside(() -> {
      link.run("SAVEPOINT piece");
      try {
        var result = work.apply(link);
        link.run("RELEASE piece");
        return result;
      } catch (RuntimeException failure) {
        link.run("ROLLBACK TO piece");
        link.run("RELEASE piece");
        throw failure;
      }
    });
  }

  @Override
  public void savepoint(int depth) {
    command("SAVEPOINT inner_" + depth);
  }

  @Override
  public void rollbackTo(int depth) {
    command("ROLLBACK TO inner_" + depth);
    command("RELEASE inner_" + depth);
  }

  @Override
  public void release(int depth) {
    command("RELEASE inner_" + depth);
  }

  @Override
  public void commit() {
    lock.lock();
    try {
      command("COMMIT");
      end();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void rollback() {
    lock.lock();
    try {
      if (!hasEnded) {
        undo();
      }
    } finally {
      lock.unlock();
    }
  }

  private void undo() {
    try {
      workers.run(
          link,
          limits.statementMax(),
          () -> {
            link.rollback();
            return true;
          });
    } finally {
      end();
    }
  }

  private void expire() {
    link.interrupt();
    lock.lock();
    try {
      if (!hasEnded) {
        hasExpired = true;
        link.rollback();
        end();
      }
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    hasEnded = true;
    if (expiry != null) {
      expiry.cancel(false);
    }
    giveBack.run();
  }

  private void command(String sql) {
    inside(() -> {
      link.run(sql);
      return true;
    });
  }

  private <R extends @Nullable Object> R inside(Supplier<R> work) {
    lock.lock();
    try {
      if (hasExpired) {
        throw new DatabaseFault(
            DatabaseFault.Kind.UNAVAILABLE, "A writing transaction was open for too long");
      }
      if (hasEnded) {
        throw new IllegalStateException("the transaction has ended");
      }
      return workers.run(link, limits.statementMax(), work);
    } finally {
      lock.unlock();
    }
  }
}
