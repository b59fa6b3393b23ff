package dev.covet.data.postgres;

import dev.covet.data.postgres.PostgresUrl.Server;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Connects to the first of several servers that is as it has to be: the one that takes writes,
 * after a switch-over, too. Each is asked itself; what it or a pooler told at the beginning may be
 * old. Thread-safe.
 */
final class ServerChoice {
  private static final String ASK =
      "SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'";

  private final List<Server> servers;
  private final SessionKind kind;
  private final Duration most;

  /** Where the last connection was right; the next one is tried there first. */
  private final AtomicInteger last = new AtomicInteger();

  private volatile LongConsumer moved = _ -> {};

  /**
   * A choice among servers.
   *
   * @param most longest wait for one of them
   */
  ServerChoice(List<Server> servers, SessionKind kind, Duration most) {
    this.servers = servers;
    this.kind = kind;
    this.most = most;
  }

  /** Whether one server can take the place of another, so that it has to be looked for. */
  boolean mayMove() {
    return kind.isOfOne() && servers.size() > 1;
  }

  /**
   * Has somebody told when another server is the one, and the connections to that of before are of
   * no use.
   *
   * @param listener takes a moment of {@link System#nanoTime}, before which those were opened
   */
  void onMove(LongConsumer listener) {
    moved = listener;
  }

  /** A connection to the first one that will do; fails with what is wrong with each. */
  Future<PgConnection> first(Function<Server, Future<PgConnection>> connect) {
    return first(kind, connect);
  }

  private Future<PgConnection> first(
      SessionKind asked, Function<Server, Future<PgConnection>> connect) {
    var begin = kind.isOfOne() ? last.get() : 0;
    Future<PgConnection> first = Future.failedFuture(new NoServer(List.of()));
    for (var n = 0; n < servers.size(); n++) {
      var at = (begin + n) % servers.size();
      first = first.recover(failure -> next(asked, connect, at, failure));
    }
    var found = first;
    return asked.otherwise().map(other -> found.recover(_ -> first(other, connect))).orElse(found);
  }

  private Future<PgConnection> next(
      SessionKind asked, Function<Server, Future<PgConnection>> connect, int at, Throwable before) {
    var server = servers.get(at);
    var began = System.nanoTime();
    return connect
        .apply(server)
        .compose(connection -> checked(asked, connection))
        .onSuccess(_ -> isAt(at, began))
        .recover(failure -> Future.failedFuture(after(before, server, failure)));
  }

  private void isAt(int at, long began) {
    var before = last.getAndSet(at);
    if (before != at && kind.isOfOne()) moved.accept(began);
  }

  private Future<PgConnection> checked(SessionKind asked, PgConnection connection) {
    if (asked == SessionKind.ANY) return Future.succeededFuture(connection);
    return connection
        .query(ASK)
        .execute()
        .timeout(most.toMillis(), TimeUnit.MILLISECONDS)
        .map(answer -> answer.iterator().next())
        .map(row -> asked.fits(row.getBoolean(0), row.getBoolean(1)))
        .compose(fits ->
            fits
                ? Future.succeededFuture(connection)
                : Future.failedFuture(new NoServer(List.of("the server is not " + asked.text()))))
        .onFailure(_ -> LoopTransport.cut(connection));
  }

  /** Of one server the failure itself says more. */
  private Throwable after(Throwable before, Server server, Throwable failure) {
    return servers.size() == 1
        ? failure
        : ((NoServer) before).and(server + ": " + failure.getMessage());
  }

  /** None of the servers is as it has to be. */
  static final class NoServer extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    NoServer(List<String> reasons) {
      super(String.join("; ", reasons));
      this.reasons = reasons;
    }

    NoServer and(String reason) {
      return new NoServer(Stream.concat(reasons.stream(), Stream.of(reason)).toList());
    }
  }
}
