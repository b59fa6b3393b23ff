package dev.covet.data.sqlite;

import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Limits;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Transaction;
import dev.covet.data.query.Dialect;
import dev.covet.data.query.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An open SQLite database: one connection that writes, a few that read, or one for everything. */
public final class SqliteDriver implements Driver {
  private final Workers workers;
  private final Limits limits;
  private final Turn turn = new Turn();
  private final SqliteLink writer;
  private final List<SqliteLink> all = new ArrayList<>();
  private final @Nullable Readers readers;
  private final GroupCommit writes;

  private SqliteDriver(
      SqliteFile file, Limits limits, StatementListener listener, Executor executor) {
    this.workers = new Workers(executor);
    this.limits = limits;
    this.writer = file.open(listener, limits);
    all.add(writer);
    var reading = new ArrayList<SqliteLink>();
    for (var n = 0; n < limits.readers() && !file.isMemory(); n++) {
      reading.add(file.open(listener, limits));
    }
    all.addAll(reading);
    this.readers = reading.isEmpty() ? null : new Readers(reading, limits);
    this.writes = new GroupCommit(writer, turn, workers, limits);
  }

  /**
   * Opens a database, and makes the file, for its owner's eyes alone, if there is none.
   *
   * @param executor runs what may block: writes, and reads of many rows
   */
  public static SqliteDriver open(
      SqliteFile file, Limits limits, StatementListener listener, Executor executor) {
    return new SqliteDriver(file, limits, listener, executor);
  }

  @Override
  public Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  public <R extends @Nullable Object> R readByKey(Function<Link, R> work) {
    var link = borrow();
    try {
      return work.apply(link);
    } finally {
      giveBack(link);
    }
  }

  @Override
  public <R extends @Nullable Object> R read(Function<Link, R> work) {
    var link = borrow();
    try {
      return workers.run(link, limits.statementMax(), () -> snapshot(link, work));
    } finally {
      giveBack(link);
    }
  }

  private static <R extends @Nullable Object> R snapshot(SqliteLink link, Function<Link, R> work) {
    link.run("BEGIN");
    try {
      return work.apply(link);
    } finally {
      link.rollback();
    }
  }

  @Override
  public <R extends @Nullable Object> R write(Function<Link, R> work) {
    return writes.write(work);
  }

  @Override
  public Transaction begin() {
    turn.takeOrFail(limits.acquireMax());
    return new SqliteTransaction(writer, workers, limits, turn::end)
        .begin("BEGIN IMMEDIATE")
        .expiring();
  }

  @Override
  public Transaction snapshot() {
    var link = borrow();
    return new SqliteTransaction(link, workers, limits, () -> giveBack(link)).begin("BEGIN");
  }

  private SqliteLink borrow() {
    if (readers != null) {
      return readers.take();
    }
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
      tables.forEach(table -> Definitions.of(table).forEach(writer::run));
      return true;
    });
  }

  @Override
  public List<String> missing(List<? extends Mapping<?, ?>> tables) {
    var missing = new ArrayList<String>();
    write(_ -> {
      tables.forEach(table -> compare(table, missing));
      return true;
    });
    return missing;
  }

  private void compare(Mapping<?, ?> table, List<String> missing) {
    var there = writer.texts("SELECT name FROM pragma_table_info('" + table.table() + "')");
    if (there.isEmpty()) {
      missing.add(table.table());
      return;
    }
    for (var column : table.columns()) {
      if (!there.contains(column.spec().column())) {
        missing.add(table.table() + "." + column.spec().column());
      }
    }
  }

  @Override
  public void close() {
    turn.take(limits.writingMax());
    workers.close();
    all.forEach(SqliteLink::close);
  }
}
