package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PinnedOnLoop;
import dev.covet.base.observe.LogText;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.StatementListener;
import java.time.Duration;
import java.util.Objects;
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

  /** How long connections that are in use are waited for at the end. */
  private static final Duration CLOSING_MAX = Duration.ofSeconds(7);

  private final PostgresClient client;
  private final Connections size;
  private final Shared shared;

  private final Lookout lookout = new Lookout("covet-postgres", LOOK, this::look);
  private final ServerPulse pulse;

  private final PoolLock lock = new PoolLock();
  private final PostgresLinks links = new PostgresLinks();
  private final PostgresLine waiting = new PostgresLine();

  private volatile Stage stage = Stage.OPENING;
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

  /** How far its life is. */
  private enum Stage {
    OPENING,
    OPEN,
    CLOSED
  }

  /** What a pool has of its app. */
  record Shared(
      Loops loops, StatementListener listener, Duration acquireMax, PostgresLink.Limits limits) {}

  /** Has the metrics of the app count its connections. */
  void measure(String database) {
    var metrics = shared.loops().metrics();
    var prefix = "database_connections_";
    metrics.gauge(prefix + "open", () -> lock.in(links::open), "database", database);
    metrics.gauge(prefix + "in_use", this::inUse, "database", database);
    metrics.gauge(prefix + "waiting", () -> lock.in(waiting::length), "database", database);
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
    stage = Stage.OPEN;
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
    lock.enter();
    try {
      if (isClosed()) throw PostgresErrors.unavailable("The database is closing");
      var free = links.free(shared.loops().current());
      if (free != null) return links.lend(free, Thread.currentThread());
      turn = new PostgresTurn(waitingOn(), most);
      waiting.add(turn);
      openMore();
      var lost = lost();
      if (lost != null) {
        waiting.leave(turn);
        throw lost;
      }
    } finally {
      lock.leave();
    }
    return await(turn);
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
    lock.in(() -> {
      waiting.leave(turn);
      var link = turn.link();
      if (link != null) giveBack(link);
    });
  }

  /** Takes a connection back; one that cannot be used any more is replaced. */
  void giveBack(PostgresLink link) {
    lock.enter();
    try {
      links.back(link);
      free(link);
    } finally {
      lock.leave();
    }
  }

  private void free(PostgresLink link) {
    if (isClosed() || !links.isUsable(link)) {
      link.close();
      lock.tell();
      openMore();
      return;
    }
    var turn = waiting.next(link.loop());
    if (turn == null) {
      links.keep(link);
    } else {
      turn.has(links.lend(link, turn.thread()));
    }
  }

  /** Opens as many as are waited for or have to be there. Called with the lock. */
  private void openMore() {
    var count = links.open() + links.opening();
    var wanted = Math.max(waiting.length() - links.opening(), size.least() - count);
    for (var n = Math.min(wanted, size.most() - count); n > 0 && mayOpen(); n--) {
      links.opens();
      openOne(shared.loops().next());
    }
  }

  /** One at a time while the database cannot be reached, after a pause that grows. */
  private boolean mayOpen() {
    return !isClosed() && (!retries.isFailing() || (links.opening() == 0 && retries.isTime()));
  }

  /** Why nobody needs to wait: there is no connection, and none was to be had a moment ago. */
  private @Nullable DatabaseFault lost() {
    var failure = retries.failure();
    return failure != null && links.open() == 0 && links.opening() == 0
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
    lock.in(() -> {
      links.opened();
      retries.succeeded();
      free(link);
    });
  }

  /** Whoever waits is told at once, if there is no connection that could come back. */
  private void failed(Throwable cause) {
    lock.in(() -> {
      links.opened();
      lock.tell();
      retries.failed(cause);
      if (!links.areAwaited()) waiting.end(() -> unreachable(cause));
    });
    if (stage == Stage.OPEN) warn(cause);
  }

  /** A start that fails says so itself, and so does who looks after a replica. */
  private void warn(Throwable cause) {
    LOG.atWarn().addKeyValue("reason", LogText.safe(client.reason(cause))).log("connection_failed");
  }

  /**
   * Closes all connections, those in use too, that were opened before a moment of {@link
   * System#nanoTime}.
   */
  void leave(long nanos) {
    lock.in(() -> links.leave(nanos));
  }

  /** Looks after everything, a few times a second. */
  private void look() {
    var loans =
        lock.in(() -> {
          links.closeUnusable();
          links.closeSpare(size.least());
          openMore();
          waiting.endLate();
          return links.loans();
        });
    loans.values().forEach(PostgresLoan::tellIfLong);
    loans.keySet().forEach(PostgresLink::look);
  }

  /** Whether all connections are in use that there may be. */
  boolean isBusy() {
    return inUse() >= size.most();
  }

  private int inUse() {
    return lock.in(links::inUse);
  }

  private boolean isClosed() {
    return stage == Stage.CLOSED;
  }

  /**
   * Ends idle connections at once, and the others when they are given back, or open. That is waited
   * for, for a bounded time; then all are ended.
   */
  @Override
  public void close() {
    lock.enter();
    try {
      stage = Stage.CLOSED;
      lookout.end();
      pulse.end();
      waiting.end(() -> PostgresErrors.unavailable("The database is closing"));
      links.closeIdle();
      lock.await(() -> !links.areAwaited(), CLOSING_MAX);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      links.closeLent();
      lock.leave();
    }
  }
}
