package dev.covet.data.postgres;

import dev.covet.base.loop.Loop;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.postgres.tables.PostgresAnswers;
import dev.covet.data.postgres.tables.PostgresTypes;
import dev.covet.data.sql.Sql;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.UnreadableValue;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool. One thread at a time uses it and waits for its answers; {@link #look}
 * and {@link #isUsable} are for any thread.
 */
final class PostgresLink implements Link, PostgresAnswers {
  /** Begins a transaction that reads as at one moment. */
  static final String SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  private final PgConnection connection;
  private final Loop loop;
  private final StatementListener listener;
  private final Limits limits;
  private final LinkHealth health = new LinkHealth();

  /** The wait for an answer; null if there is none. */
  private volatile @Nullable PostgresWait waiting;

  /** Looks at whoever has it, a few times a second; null for nobody. */
  private volatile @Nullable Runnable watch;

  /** Statements whose answers nobody waits for, in order; they come before the next one. */
  private final Deque<Future<?>> sent = new ArrayDeque<>();

  /**
   * Limits of each connection.
   *
   * @param rowsMax most rows of one answer
   * @param rows keeps so many of an answer, and one more, which tells that there are too many
   */
  record Limits(int rowsMax, long statementNanosMax, Collector<Row, ?, List<Row>> rows) {
    static Limits of(int rowsMax, Duration statementMax) {
      return new Limits(rowsMax, statementMax.toNanos(), upTo(rowsMax));
    }

    private static Collector<Row, ?, List<Row>> upTo(int rowsMax) {
      return Collector.of(
          ArrayList::new,
          (rows, row) -> {
            if (rows.size() <= rowsMax) rows.add(row);
          },
          (first, second) -> first);
    }
  }

  PostgresLink(PgConnection connection, Loop loop, StatementListener listener, Limits limits) {
    this.connection = connection;
    this.loop = loop;
    this.listener = listener;
    this.limits = limits;
    connection.closeHandler(_ -> health.ends());
    connection.exceptionHandler(_ -> health.ends());
  }

  /** The loop that drives it. */
  Loop loop() {
    return loop;
  }

  @Override
  public <R extends @Nullable Object> List<R> query(
      Sql sql, Function<? super dev.covet.data.sql.Row, ? extends R> each) {
    listener.statement(sql.text());
    var rows =
        answer(connection.preparedQuery(sql.text()).collecting(limits.rows()).execute(tuple(sql)));
    var all = rows.value();
    if (all.size() > limits.rowsMax()) throw tooMany();
    var result = new ArrayList<R>(all.size());
    var row = new AnswerRow();
    for (var answered : all) {
      row.row = answered;
      result.add(each.apply(row));
    }
    return result;
  }

  private DatabaseFault tooMany() {
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN,
        "more than " + limits.rowsMax() + " rows: ask for fewer with limit(...)");
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

  /**
   * Sends a statement of this package's own, and does not wait for its answer. If it fails, so does
   * the next one, whatever its own answer is.
   */
  void send(String sql) {
    sent.add(connection.query(sql).execute());
  }

  /** Runs a statement that ends a transaction, whoever is interrupted meanwhile. */
  void runToItsEnd(String sql) {
    answer(
        connection.query(sql).execute(), PostgresWait.toItsEnd(loop, limits.statementNanosMax()));
  }

  @Override
  public void run(String sql) {
    answer(connection.query(sql).execute());
  }

  @Override
  public List<List<String>> texts(String sql, String... arguments) {
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
   * The text that a statement of this package's own gives.
   *
   * @param most time that it may take, instead of the usual one
   */
  String text(String sql, Duration most) {
    var coming = connection.query(sql).execute();
    return answer(coming, new PostgresWait(loop, most.toNanos())).iterator().next().getString(0);
  }

  /**
   * Waits for an answer. Whoever is interrupted meanwhile has the statement cancelled.
   *
   * @throws RuntimeException what the database says instead, to this statement or one that was sent
   *     before
   */
  <R> R answer(Future<R> coming) {
    return answer(coming, new PostgresWait(loop, limits.statementNanosMax()));
  }

  private <R> R answer(Future<R> coming, PostgresWait wait) {
    waiting = wait;
    coming.onComplete(_ -> wait.signal());
    var isInterrupted = waitFor(coming, wait);
    waiting = null;
    var isOwn = wait.ends();
    if (isInterrupted) Thread.currentThread().interrupt();
    var before = failedBefore();
    if (before != null) throw PostgresErrors.of(before);
    if (coming.succeeded()) return coming.result();
    throw failure(coming, isInterrupted, isOwn);
  }

  /** Whether the caller was interrupted meanwhile. */
  private boolean waitFor(Future<?> coming, PostgresWait wait) {
    try {
      wait.until(coming::isComplete);
      return false;
    } catch (InterruptedException _) {
      if (wait.stops()) cancel();
    } catch (Throwable failure) { // pinned: whatever runs must meet nobody else
      close();
      throw failure;
    }
    waitFor(coming, wait);
    return true;
  }

  /** What went wrong with a statement that was only sent; answers come in order. */
  private @Nullable Throwable failedBefore() {
    Throwable first = null;
    for (var each = sent.poll(); each != null; each = sent.poll()) {
      if (first == null && each.failed()) first = each.cause();
    }
    return first;
  }

  private RuntimeException failure(Future<?> answer, boolean isInterrupted, boolean isOwn) {
    if (isInterrupted && !isOwn) {
      return PostgresErrors.unavailable("Interrupted while waiting", answer.cause());
    }
    if (!isOwn) {
      return new DatabaseFault(
          DatabaseFault.Kind.TIMEOUT, "The statement took too long", answer.cause());
    }
    var cause = Objects.requireNonNull(answer.cause());
    health.failed(cause);
    return PostgresErrors.of(cause);
  }

  /** Has whoever has it looked at as well; null ends that. */
  void watch(@Nullable Runnable look) {
    watch = look;
  }

  /** Has the statement cancelled that runs, if it is not yet; else the connection ends. */
  void stop() {
    var wait = waiting;
    if (wait != null && wait.cancels()) {
      cancel();
    } else {
      close();
    }
  }

  /** Cancels a statement whose time is over, and gives up one that is not answered even so. */
  void look() {
    var watched = watch;
    if (watched != null) watched.run();
    var wait = waiting;
    if (wait == null || !wait.isLate()) return;
    if (wait.cancels()) {
      cancel();
    } else if (wait.givesUp()) {
      close();
    }
  }

  /**
   * The server may act on it when the statement is done and the next one runs: so the connection is
   * used for nothing else.
   */
  private void cancel() {
    health.ends();
    connection.cancelRequest();
  }

  /** What is known of it. */
  LinkHealth health() {
    return health;
  }

  /** Whether it can be used for something else. */
  boolean isUsable() {
    return health.isUsable();
  }

  /** Begins a transaction, by a statement of this package's own. */
  void begin(String sql) {
    health.begins(sql.startsWith(SNAPSHOT));
    run(sql);
  }

  /** Closes it soon, whatever runs; from any thread, which waits for nothing. */
  void close() {
    health.ends();
    LoopTransport.cut(connection, loop);
  }

  /** One row of an answer after the other. */
  private static final class AnswerRow implements dev.covet.data.sql.Row {
    private @Nullable Row row;

    @Override
    public List<String> columns() {
      var answered = Objects.requireNonNull(row);
      return IntStream.range(0, answered.size()).mapToObj(answered::getColumnName).toList();
    }

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
