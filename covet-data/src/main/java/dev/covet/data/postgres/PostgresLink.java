package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.LoopWait;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.query.Sql;
import dev.covet.data.query.SqlType;
import dev.covet.data.query.UnreadableValue;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool. One thread at a time uses it and waits for its answers; {@link #look}
 * and {@link #isUsable} are for any thread.
 */
final class PostgresLink implements Link {
  /** How long the answer to a statement that was cancelled may take. */
  private static final long CANCELLED_NANOS_MAX = Duration.ofSeconds(1).toNanos();

  private final PgConnection connection;
  private final Loop loop;
  private final StatementListener listener;
  private final int rowsMax;
  private final long statementNanosMax;

  /** When the answer that is waited for must be there; 0 if none is. */
  private volatile long deadline;

  private volatile boolean isCancelled;
  private volatile boolean isClosed;

  /**
   * Limits of one connection.
   *
   * @param rowsMax most rows of one answer
   */
  record Limits(int rowsMax, Duration statementMax) {}

  PostgresLink(PgConnection connection, Loop loop, StatementListener listener, Limits limits) {
    this.connection = connection;
    this.loop = loop;
    this.listener = listener;
    this.rowsMax = limits.rowsMax();
    this.statementNanosMax = limits.statementMax().toNanos();
    connection.closeHandler(_ -> isClosed = true);
    connection.exceptionHandler(_ -> isClosed = true);
  }

  /** The loop that drives it. */
  Loop loop() {
    return loop;
  }

  @Override
  public <R extends @Nullable Object> List<R> query(
      Sql sql, Function<? super dev.covet.data.query.Row, ? extends R> each) {
    listener.statement(sql.text());
    var rows =
        answer(connection.preparedQuery(sql.text()).collecting(upTo(rowsMax)).execute(tuple(sql)));
    var all = rows.value();
    if (all.size() > rowsMax) throw tooMany();
    var result = new ArrayList<R>(all.size());
    var row = new AnswerRow();
    for (var each1 : all) {
      row.row = each1;
      result.add(each.apply(row));
    }
    return result;
  }

  /** One more than there may be tells that there are too many; the rest is not kept. */
  private static Collector<Row, ?, List<Row>> upTo(int rowsMax) {
    return Collector.of(
        ArrayList::new,
        (rows, row) -> {
          if (rows.size() <= rowsMax) rows.add(row);
        },
        (first, second) -> first);
  }

  private DatabaseFault tooMany() {
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN, "more than " + rowsMax + " rows: ask for fewer with limit(...)");
  }

  @Override
  public long execute(Sql sql) {
    listener.statement(sql.text());
    return answer(connection.preparedQuery(sql.text()).execute(tuple(sql))).rowCount();
  }

  private static Tuple tuple(Sql sql) {
    var tuple = Tuple.tuple(new ArrayList<>(sql.arguments().size()));
    for (var argument : sql.arguments()) {
      tuple.addValue(PostgresTypes.bound(argument.type(), argument.value()));
    }
    return tuple;
  }

  /** Sends a statement of this package's own, and does not wait for its answer. */
  Future<?> send(String sql) {
    return connection.query(sql).execute();
  }

  /** Runs a statement of this package's own. */
  void run(String sql) {
    answer(send(sql));
  }

  /** All rows of a statement of this package's own, each as texts. */
  List<List<String>> texts(String sql, String... arguments) {
    var answer = answer(connection.preparedQuery(sql).execute(Tuple.from((Object[]) arguments)));
    var rows = new ArrayList<List<String>>();
    for (var row : answer) {
      var texts = new ArrayList<String>();
      for (var at = 0; at < row.size(); at++) texts.add(String.valueOf(row.getValue(at)));
      rows.add(texts);
    }
    return rows;
  }

  /**
   * Waits for an answer. Whoever is interrupted meanwhile has the statement cancelled.
   *
   * @throws RuntimeException what the database says instead
   */
  <R> R answer(Future<R> coming) {
    var wait = new LoopWait(loop);
    deadline = System.nanoTime() + statementNanosMax;
    coming.onComplete(_ -> wait.signal());
    var isInterrupted = waitFor(coming, wait);
    deadline = 0;
    if (coming.succeeded() && !isInterrupted) return coming.result();
    throw failure(coming, isInterrupted);
  }

  private boolean waitFor(Future<?> coming, LoopWait wait) {
    var isInterrupted = false;
    while (!coming.isComplete()) {
      try {
        wait.until(coming::isComplete);
      } catch (InterruptedException _) {
        isInterrupted = true;
        cancel();
      }
    }
    return isInterrupted;
  }

  private RuntimeException failure(AsyncResult<?> answer, boolean isInterrupted) {
    if (isInterrupted) {
      Thread.currentThread().interrupt();
      return new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted while waiting");
    }
    return isCancelled
        ? new DatabaseFault(DatabaseFault.Kind.TIMEOUT, "The statement took too long")
        : PostgresErrors.of(Objects.requireNonNull(answer.cause()));
  }

  /**
   * Cancels a statement whose time is over, and closes a connection that does not answer even so.
   */
  void look() {
    var until = deadline;
    if (until == 0 || System.nanoTime() - until < 0) return;
    if (isCancelled) {
      close();
    } else {
      cancel();
    }
  }

  /**
   * The server may act on it when the statement is done and the next one runs: so the connection is
   * used for nothing else.
   */
  private void cancel() {
    isCancelled = true;
    deadline = System.nanoTime() + CANCELLED_NANOS_MAX;
    connection.cancelRequest();
  }

  /** Whether it can be used for something else. */
  boolean isUsable() {
    return !isCancelled && !isClosed;
  }

  /** Closes it, whatever runs. */
  void close() {
    isClosed = true;
    connection.close();
  }

  /** One row of an answer after the other. */
  private static final class AnswerRow implements dev.covet.data.query.Row {
    private @Nullable Row row;

    @Override
    @SuppressWarnings("unchecked") // PostgresTypes reads what the type says
    public <V> @Nullable V get(int position, SqlType<V> type) {
      var value = Objects.requireNonNull(row).getValue(position);
      try {
        return (V) PostgresTypes.read(type, value);
      } catch (RuntimeException failure) { // also one of a record's own constructor
        throw UnreadableValue.of(type, value, failure);
      }
    }
  }
}
