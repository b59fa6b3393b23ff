package dev.covet.data.sqlite;

import dev.covet.base.loop.Failures;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Pool;
import dev.covet.base.observe.Metrics;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.Extension;
import dev.covet.data.driver.Isolation;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Transaction;
import dev.covet.data.sql.Dialect;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open SQLite database: one connection that writes, a few that read, or one for everything. Safe
 * for use by many threads.
 */
public final class SqliteDriver implements Driver {
  /** Connections that read a file, beside the one that writes it. */
  private static final int READERS = 4;

  /** A thread for each connection. */
  private static final int THREADS = READERS + 1;

  /** What the pool of a database is called in thread names and metrics. */
  private static final String POOL = "sqlite";

  /** Most pieces of work that wait for a thread; for further ones the database is busy. */
  private static final int QUEUE_MAX = 1_024;

  private final SqliteFile file;
  private final Workers workers;
  private final DatabaseLimits limits;
  private final Turn turn = new Turn();
  private final SqliteLink writer;
  private final @Nullable Readers readers;
  private final GroupCommit writes;

  private SqliteDriver(
      List<SqliteLink> links, SqliteFile file, DatabaseLimits limits, Workers workers) {
    this.file = file;
    this.workers = workers;
    this.limits = limits;
    this.writer = links.getFirst();
    var reading = links.subList(1, links.size());
    this.readers = reading.isEmpty() ? null : new Readers(reading, limits);
    this.writes = new GroupCommit(writer, turn, workers, limits);
  }

  /**
   * Opens a database, and makes the file, for its owner's eyes alone, if there is none.
   *
   * @param executor runs what may block: writes, and reads of many rows
   */
  public static SqliteDriver open(
      SqliteFile file, DatabaseLimits limits, StatementListener listener, Executor executor) {
    return open(file, limits, listener, Workers.on(executor));
  }

  /** Opens a database on a pool of an app, which ends it, and whose metrics count connections. */
  static SqliteDriver open(
      SqliteFile file, DatabaseLimits limits, StatementListener listener, Loops loops) {
    var pool = loops.pool(POOL, THREADS, QUEUE_MAX);
    var driver = open(file, limits, listener, pool::execute);
    driver.measure(loops.metrics(), file.name());
    return driver;
  }

  private void measure(Metrics metrics, String name) {
    metrics.gauge("database_connections_open", this::connectionsOpen, "database", name);
    metrics.gauge("database_connections_in_use", this::connectionsInUse, "database", name);
  }

  private int connectionsOpen() {
    return turn.isClosed() ? 0 : 1 + (readers == null ? 0 : readers.count());
  }

  private int connectionsInUse() {
    return turn.isClosed() ? 0 : turn.count() + (readers == null ? 0 : readers.inUse());
  }

  /** Opens a database with threads of its own, which end when it is closed. */
  static SqliteDriver open(SqliteFile file, DatabaseLimits limits, StatementListener listener) {
    return open(file, limits, listener, Workers.own(new Pool(POOL, THREADS, QUEUE_MAX)));
  }

  private static SqliteDriver open(
      SqliteFile file, DatabaseLimits limits, StatementListener listener, Workers workers) {
    var links = new ArrayList<SqliteLink>();
    try {
      links.add(file.openWriter(listener, limits));
      for (var n = 0; n < READERS && !file.isMemory(); n++) {
        links.add(file.openReader(listener, limits));
      }
      return new SqliteDriver(links, file, limits, workers);
    } catch (Throwable failure) {
      links.forEach(SqliteLink::close);
      workers.close();
      throw failure;
    }
  }

  @Override
  public Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  public DatabaseLimits limits() {
    return limits;
  }

  @Override
  public <R extends @Nullable Object> R readByKey(Function<Link, R> work) {
    return reading(work::apply);
  }

  @Override
  public <R extends @Nullable Object> R readOnce(Function<Link, R> work) {
    return reading(link -> read(link, () -> work.apply(link)));
  }

  @Override
  public <R extends @Nullable Object> R read(Function<Link, R> work) {
    return reading(link -> read(link, () -> snapshot(link, work)));
  }

  private <R extends @Nullable Object> R read(SqliteLink link, Supplier<R> work) {
    return workers.runUntilInterrupted(link, limits.statementMax(), work);
  }

  private <R extends @Nullable Object> R reading(Function<SqliteLink, R> work) {
    var link = borrow();
    try {
      return work.apply(link);
    } finally {
      giveBack(link);
    }
  }

  private static <R extends @Nullable Object> R snapshot(SqliteLink link, Function<Link, R> work) {
    link.run("BEGIN");
    R result;
    try {
      result = work.apply(link);
    } catch (Throwable failure) {
      Failures.after(failure, link::rollback);
      throw failure;
    }
    link.rollback();
    return result;
  }

  @Override
  public <R extends @Nullable Object> R write(Function<Link, R> work) {
    return writes.write(new Ticket<>(work, false));
  }

  @Override
  public <R extends @Nullable Object> R writeOnce(Function<Link, R> work) {
    return writes.write(new Ticket<>(work, true));
  }

  /** Transactions that write run one after the other. */
  @Override
  public Transaction begin(Isolation isolation) {
    turn.takeOrFail(limits.acquireMax());
    return new SqliteTransaction(writer, workers, limits, turn::end)
        .begin("BEGIN IMMEDIATE")
        .within(limits.transactionMax(), workers.timeLimits());
  }

  @Override
  public Transaction snapshot() {
    var link = borrow();
    return new SqliteTransaction(link, workers, limits, () -> giveBack(link))
        .begin("BEGIN")
        .within(limits.statementMax(), workers.timeLimits());
  }

  private SqliteLink borrow() {
    if (readers != null) return readers.take();
    turn.takeOrFail(limits.acquireMax());
    return writer;
  }

  private void giveBack(SqliteLink link) {
    if (readers != null) {
      readers.giveBack(link);
    } else {
      turn.end();
    }
  }

  @Override
  public void create(List<? extends Mapping<?, ?>> tables) {
    write(_ -> {
      tables.forEach(this::create);
      return true;
    });
  }

  private void create(Mapping<?, ?> table) {
    var isThere = !writer.columns(table.table()).isEmpty();
    var statements = isThere ? Definitions.ofTableThatIsThere(table) : dialect().definitions(table);
    statements.forEach(writer::run);
  }

  @Override
  public Extension extend(List<? extends Mapping<?, ?>> tables) {
    return write(_ -> new Additions(writer).to(tables));
  }

  @Override
  public List<String> missing(List<? extends Mapping<?, ?>> tables) {
    return write(_ -> {
      var missing = new ArrayList<String>();
      tables.forEach(table -> compare(table, missing));
      return missing;
    });
  }

  private void compare(Mapping<?, ?> table, List<String> missing) {
    var there = writer.columns(table.table());
    if (there.isEmpty()) {
      missing.add(table.table());
      return;
    }
    for (var column : table.columns()) {
      if (!there.contains(column.column())) missing.add(TableSql.place(table, column));
    }
  }

  @Override
  public List<Difference> differences(List<? extends Mapping<?, ?>> tables) {
    return write(_ -> tables.stream().flatMap(this::differences).toList());
  }

  private Stream<Difference> differences(Mapping<?, ?> table) {
    var there = writer.types(table.table());
    var constraints = ColumnRules.of(writer, table, there.keySet()).differences();
    return Stream.concat(new ColumnTypes(writer).others(table, there), constraints.stream());
  }

  @Override
  public Evolution evolution() {
    return new SqliteEvolution(file.address(), this::changing);
  }

  private <R> R changing(Function<SqliteLink, R> work) {
    return write(_ -> work.apply(writer));
  }

  /**
   * Lets what runs end, within its limits; the last connection to close, the one that writes, folds
   * the log in. One that is still in use then is stopped, and closed by whoever gives it back.
   */
  @Override
  public void close() {
    if (readers != null) readers.close();
    if (!turn.close(limits.transactionMax().plus(limits.acquireMax()), writer::close)) {
      writer.stop();
    }
    workers.close();
  }
}
