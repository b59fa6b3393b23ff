package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PinnedOnLoop;
import dev.covet.base.observe.LogText;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.StatementListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of a database. Whoever finds none waits in line, for a bounded time; lines are
 * bounded, too. Connections that end are replaced. Thread-safe.
 */
final class PostgresPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresPool.class);

  /** How often statements, loans and the number of connections are looked at. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How long more connections than the least number stay open that nobody uses. */
  private static final long SPARE_NANOS_MAX = Duration.ofMinutes(5).toNanos();

  /** Shortest time between two servers that are left because they take no writes. */
  private static final long LEAVING_NANOS_MIN = Duration.ofSeconds(1).toNanos();

  /** How long connections that are in use are waited for at the end. */
  private static final Duration CLOSING_MAX = Duration.ofSeconds(7);

  private final PostgresClient client;
  private final Connections size;
  private final Shared shared;

  private final Lookout lookout = new Lookout("covet-postgres", LOOK, this::look);
  private final ServerPulse pulse;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<PostgresLink> idle = new ArrayDeque<>();
  private final Condition allBack = lock.newCondition();
  private final PostgresLine waiting = new PostgresLine();
  private final Map<PostgresLink, PostgresLoan> lent = new LinkedHashMap<>();
  private int opening;

  /** A server was left then: connections that were opened before are closed. */
  private long leftNanos = System.nanoTime() - LEAVING_NANOS_MIN;

  private volatile boolean isOpen;
  private volatile boolean isClosed;
  private final PostgresRetries retries = new PostgresRetries();

  PostgresPool(PostgresClient client, Connections size, Shared shared) {
    this.client = client;
    this.size = size;
    this.shared = shared;
    this.pulse = new ServerPulse(client, shared.loops());
    client.choice().onMove(this::leave);
  }

  /**
   * How many connections there are, and what is at their other end.
   *
   * @param least that are kept open
   * @param pooler whether a pooler is in between, which gives each transaction another connection
   */
  record Connections(int least, int most, boolean pooler) {}

  /** What a pool has of its app. */
  record Shared(
      Loops loops, StatementListener listener, Duration acquireMax, PostgresLink.Limits limits) {}

  /** Has the metrics of the app count its connections. */
  void measure(String database) {
    var metrics = shared.loops().metrics();
    var prefix = "database_connections_";
    metrics.gauge(
        prefix + "open", () -> locked(() -> idle.size() + lent.size()), "database", database);
    metrics.gauge(prefix + "in_use", this::inUse, "database", database);
    metrics.gauge(prefix + "waiting", () -> locked(waiting::length), "database", database);
  }

  /** Has connections opened; none is waited for, and the log has nothing of those that fail. */
  void start() {
    lookout.begin();
    pulse.begin();
  }

  /**
   * Opens the first connection, and has the others opened.
   *
   * @throws DatabaseFault if there is none to be had
   */
  void open() {
    start();
    try {
      giveBack(take(client.connectMax()));
    } catch (DatabaseFault fault) {
      throw fault.getCause() == null ? fault : client.unreachable(fault.getCause());
    }
    isOpen = true;
  }

  /**
   * A connection, of the loop that carries the caller if one of those is free.
   *
   * @throws DatabaseFault if none is free in time
   */
  PostgresLink take() {
    return take(shared.acquireMax());
  }

  /** As {@link #take()}, with another longest wait. */
  PostgresLink take(Duration most) {
    PostgresTurn turn;
    enter();
    try {
      if (isClosed) throw PostgresErrors.unavailable("The database is closing");
      var free = free();
      if (free != null) return lend(free, Thread.currentThread());
      turn = new PostgresTurn(waitingOn(), most);
      waiting.add(turn);
      openMore();
      var lost = lost();
      if (lost != null) {
        waiting.leave(turn);
        throw lost;
      }
    } finally {
      lock.unlock();
    }
    return await(turn);
  }

  private @Nullable PostgresLink free() {
    closeUnusable();
    var near = shared.loops().current();
    for (var link : idle) {
      if (link.loop() == near) {
        idle.remove(link);
        return link;
      }
    }
    return idle.pollFirst();
  }

  private PostgresLink lend(PostgresLink link, Thread borrower) {
    lent.put(link, new PostgresLoan(borrower));
    return link;
  }

  /** The loop that carries the caller, whose watchdog then sees to it that the caller leaves it. */
  private Loop waitingOn() {
    return Objects.requireNonNullElseGet(shared.loops().current(), shared.loops()::next);
  }

  private PostgresLink await(PostgresTurn turn) {
    try {
      return turn.await();
    } catch (InterruptedException _) {
      giveUp(turn);
      Thread.currentThread().interrupt();
      throw PostgresErrors.unavailable("Interrupted while waiting for a connection");
    } catch (PinnedOnLoop pinned) {
      giveUp(turn);
      throw pinned;
    }
  }

  /** Leaves the line; what came at that very moment goes to the next. */
  private void giveUp(PostgresTurn turn) {
    locked(() -> {
      waiting.leave(turn);
      var link = turn.link();
      if (link != null) giveBack(link);
    });
  }

  /** Takes a connection back; one that cannot be used any more is replaced. */
  void giveBack(PostgresLink link) {
    enter();
    try {
      lent.remove(link);
      link.used();
      if (link.hasRefusedWrites()) leaveServer();
      if (link.isStale()) closeIdle();
      free(link);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The server takes no writes any more, and another one may: connections of before are closed. Not
   * at once again: one that stays so would have all of them opened anew for each write.
   */
  private void leaveServer() {
    if (System.nanoTime() - leftNanos < LEAVING_NANOS_MIN) return;
    leftNanos = System.nanoTime();
  }

  private void free(PostgresLink link) {
    if (isClosed || !isUsable(link)) {
      link.close();
      if (lent.isEmpty()) allBack.signalAll();
      openMore();
      return;
    }
    var turn = waiting.next(link.loop());
    if (turn == null) {
      idle.addFirst(link);
    } else {
      turn.has(lend(link, turn.thread()));
    }
  }

  /** Opens as many as are waited for or have to be there. Called with the lock. */
  private void openMore() {
    var count = idle.size() + lent.size() + opening;
    var wanted = Math.max(waiting.length() - opening, size.least() - count);
    for (var n = Math.min(wanted, size.most() - count); n > 0 && mayOpen(); n--) {
      opening++;
      openOne(shared.loops().next());
    }
  }

  /** One at a time while the database cannot be reached, after a pause that grows. */
  private boolean mayOpen() {
    return !isClosed && (!retries.isFailing() || (opening == 0 && retries.isTime()));
  }

  /** Why nobody needs to wait: there is no connection, and none was to be had a moment ago. */
  private @Nullable DatabaseFault lost() {
    var failure = retries.failure();
    return failure != null && idle.isEmpty() && lent.isEmpty() && opening == 0
        ? unreachable(failure)
        : null;
  }

  /** What is wrong is for the log: clients of the app need not know where its database is. */
  private static DatabaseFault unreachable(Throwable cause) {
    return PostgresErrors.unavailable("The database cannot be reached", cause);
  }

  private void openOne(Loop loop) {
    client
        .connect(loop)
        .onComplete(answer -> {
          if (answer.succeeded()) {
            opened(new PostgresLink(answer.result(), loop, shared.listener(), shared.limits()));
          } else {
            failed(answer.cause());
          }
        });
  }

  private void opened(PostgresLink link) {
    locked(() -> {
      opening--;
      retries.succeeded();
      free(link);
    });
  }

  /** Whoever waits is told at once, if there is no connection that could come back. */
  private void failed(Throwable cause) {
    locked(() -> {
      opening--;
      allBack.signalAll();
      retries.failed(cause);
      if (lent.isEmpty() && opening == 0) waiting.end(() -> unreachable(cause));
    });
    if (isOpen && !isClosed) warn(cause);
  }

  /** A start that fails says so itself, and so does who looks after a replica. */
  private void warn(Throwable cause) {
    LOG.atWarn().addKeyValue("reason", LogText.safe(client.reason(cause))).log("connection_failed");
  }

  private boolean isUsable(PostgresLink link) {
    return link.isUsable() && !link.isOlderThan(leftNanos);
  }

  /** Closes what has ended, or must not be used again. */
  private void closeUnusable() {
    idle.removeIf(link -> {
      if (isUsable(link)) return false;
      link.close();
      return true;
    });
  }

  /** Those that were used longest ago are last. */
  private void closeSpare() {
    var last = idle.peekLast();
    if (last != null
        && idle.size() + lent.size() > size.least()
        && last.idleNanos() > SPARE_NANOS_MAX) {
      idle.removeLast().close();
    }
  }

  private void closeIdle() {
    idle.forEach(PostgresLink::close);
    idle.clear();
  }

  /**
   * Closes all connections, those in use too, that were opened before a moment of {@link
   * System#nanoTime}.
   */
  void leave(long nanos) {
    locked(() -> {
      leftNanos = nanos;
      closeUnusable();
      lent.keySet().stream().filter(link -> link.isOlderThan(nanos)).forEach(PostgresLink::close);
    });
  }

  /** Looks after everything, a few times a second. */
  private void look() {
    var loans =
        locked(() -> {
          closeUnusable();
          closeSpare();
          openMore();
          waiting.endLate();
          return Map.copyOf(lent);
        });
    loans.values().forEach(PostgresLoan::tellIfLong);
    loans.keySet().forEach(PostgresLink::look);
  }

  /** Whether all connections are in use that there may be. */
  boolean isBusy() {
    return inUse() >= size.most();
  }

  private int inUse() {
    return locked(lent::size);
  }

  /**
   * An event loop never stands in the line of a lock: a thread that it carries could be before it,
   * and would not go on before the loop does. Nothing is done with the lock that waits.
   */
  private void enter() {
    if (Thread.currentThread().isVirtual()) {
      lock.lock();
    } else {
      while (!lock.tryLock()) Thread.onSpinWait();
    }
  }

  private <R> R locked(Supplier<R> work) {
    enter();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable work) {
    locked(() -> {
      work.run();
      return true;
    });
  }

  /**
   * Ends idle connections at once, and the others when they are given back, or open. That is waited
   * for, for a bounded time; then all are ended.
   */
  @Override
  public void close() {
    enter();
    try {
      isClosed = true;
      lookout.end();
      pulse.end();
      waiting.end(() -> PostgresErrors.unavailable("The database is closing"));
      closeIdle();
      for (var nanos = CLOSING_MAX.toNanos(); (!lent.isEmpty() || opening > 0) && nanos > 0; ) {
        nanos = allBack.awaitNanos(nanos);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lent.keySet().forEach(PostgresLink::close);
      lock.unlock();
    }
  }
}
