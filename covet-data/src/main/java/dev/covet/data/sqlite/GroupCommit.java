package dev.covet.data.sqlite;

import dev.covet.base.loop.Failures;
import dev.covet.base.loop.FatalErrors;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Violation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writers that stand alone, several in one {@code COMMIT} when several wait. Each has a savepoint:
 * one that fails takes nobody with it. All are answered after the {@code COMMIT}; if that fails,
 * all fail. One statement behind which nobody waits needs neither.
 *
 * <p>The first writer to come leads: it waits for the turn, does the work of all who came
 * meanwhile, and hands over to the first of those who are left.
 */
final class GroupCommit {
  /** Most writers in one {@code COMMIT}. */
  static final int BATCH_MAX = 64;

  /** Longest time during which writers are taken into a batch. */
  static final long BATCH_NANOS_MAX = 2_000_000;

  /** Most writers that wait; for more the database is busy. */
  static final int WAITING_MAX = 10_000;

  private final SqliteLink link;
  private final Turn turn;
  private final Workers workers;
  private final DatabaseLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Ticket<?>> waiting = new ArrayDeque<>();
  private boolean isLed;

  GroupCommit(SqliteLink link, Turn turn, Workers workers, DatabaseLimits limits) {
    this.link = link;
    this.turn = turn;
    this.workers = workers;
    this.limits = limits;
  }

  /** Does a writer's work and returns when it is durable. */
  <R extends @Nullable Object> R write(Ticket<R> ticket) {
    var deadline = System.nanoTime() + limits.acquireMax().toNanos();
    enter(ticket);
    if (!ticket.awaitNews(deadline - System.nanoTime()) && leave(ticket)) throw Turn.busy();
    if (ticket.leads() && !ticket.isDone()) lead(ticket, deadline);
    ticket.awaitEnd();
    return ticket.result();
  }

  private void enter(Ticket<?> ticket) {
    lock.lock();
    try {
      if (waiting.size() == WAITING_MAX) throw Turn.busy();
      waiting.add(ticket);
      if (!isLed) {
        isLed = true;
        ticket.lead();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Goes away without having written; false if a batch has taken the ticket already. */
  private boolean leave(Ticket<?> ticket) {
    lock.lock();
    try {
      var left = waiting.remove(ticket);
      if (left && ticket.leads()) passOn();
      return left;
    } finally {
      lock.unlock();
    }
  }

  private void lead(Ticket<?> ticket, long deadline) {
    var taken = false;
    try {
      taken = turn.take(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      if (!taken) throw Turn.busy();
      workers.run(link, limits.statementMax(), this::batch);
    } catch (Throwable failure) {
      if (waitsStill(ticket)) ticket.end(failure);
    } finally {
      if (taken) turn.end();
      passOnLocked();
    }
  }

  private boolean waitsStill(Ticket<?> ticket) {
    lock.lock();
    try {
      return waiting.remove(ticket);
    } finally {
      lock.unlock();
    }
  }

  private void passOnLocked() {
    lock.lock();
    try {
      passOn();
    } finally {
      lock.unlock();
    }
  }

  private void passOn() {
    var next = waiting.peek();
    isLed = next != null;
    if (next != null) next.lead();
  }

  private @Nullable Void batch() {
    var done = new ArrayList<Ticket<?>>();
    try {
      if (isOneAlone()) {
        alone(done);
      } else {
        together(done);
      }
      done.forEach(it -> it.end(null));
    } catch (Throwable failure) {
      failAll(done, failure);
      Failures.after(failure, link::rollback);
      throw failure;
    }
    return null;
  }

  private boolean isOneAlone() {
    lock.lock();
    try {
      var first = waiting.peek();
      return first != null && first.isOne() && waiting.size() == 1;
    } finally {
      lock.unlock();
    }
  }

  /** SQLite commits a statement that is in no transaction, or undoes it. */
  private void alone(List<Ticket<?>> done) {
    var ticket = next();
    if (ticket == null) return;
    done.add(ticket);
    try {
      ticket.run(link);
    } catch (Throwable failure) {
      FatalErrors.pass(failure);
      ticket.fail(failure);
    }
  }

  private void together(List<Ticket<?>> done) {
    link.run("BEGIN IMMEDIATE");
    var end = System.nanoTime() + BATCH_NANOS_MAX;
    var ticket = next();
    while (ticket != null) {
      done.add(ticket);
      run(ticket);
      var isOver = done.size() == BATCH_MAX || System.nanoTime() - end > 0 || link.isStopped();
      ticket = isOver ? null : next();
    }
    commit();
  }

  /** A writer throws what it likes, also checked exceptions and errors: that is its own alone. */
  private void run(Ticket<?> ticket) {
    link.run("SAVEPOINT single");
    try {
      ticket.run(link);
    } catch (Throwable failure) {
      FatalErrors.pass(failure);
      ticket.fail(failure);
      undo(failure);
    }
    link.run("RELEASE single");
  }

  /** SQLite itself undoes everything when the disk is full or a write is stopped. */
  private void undo(Throwable failure) {
    try {
      link.run("ROLLBACK TO single");
    } catch (Throwable second) {
      throw undone(Failures.both(failure, second));
    }
  }

  /** What fails here is no fault of any one writer, whatever SQLite calls it. */
  private void commit() {
    try {
      link.run("COMMIT");
    } catch (Violation violation) {
      throw undone(violation);
    }
  }

  private static DatabaseFault undone(Throwable why) {
    return new DatabaseFault(
        DatabaseFault.Kind.UNAVAILABLE, "Rolled back together with other writes", why);
  }

  private static void failAll(List<Ticket<?>> tickets, Throwable failure) {
    tickets.forEach(it -> it.end(failure));
  }

  private @Nullable Ticket<?> next() {
    lock.lock();
    try {
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }
}
