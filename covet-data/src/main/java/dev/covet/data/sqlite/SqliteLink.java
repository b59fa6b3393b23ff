package dev.covet.data.sqlite;

import dev.covet.base.loop.Failures;
import dev.covet.base.observe.LoggedFault;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Violation;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/** One connection with its prepared statements. Not thread-safe, but for {@link #stop}. */
final class SqliteLink implements Link, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteLink.class);

  /** Most statements that stay prepared; the one used longest ago is closed first. */
  private static final int STATEMENTS_MAX = 256;

  /** Longest text that may stay bound to a statement that has run, in UTF-16 units. */
  private static final int TEXT_KEPT_MAX = 1_024;

  private static final String NAMED = "type = 'table' AND name = ? COLLATE NOCASE";

  private final SQLiteConnection connection;
  private final StatementListener listener;
  private final int resultRowsMax;
  private final LinkedHashMap<String, PreparedStatement> prepared =
      new LinkedHashMap<>(64, 0.75f, true);
  private final ReentrantLock ending = new ReentrantLock();
  private volatile boolean isStopped;
  private boolean isClosed;
  private boolean holdsMuch;

  SqliteLink(SQLiteConnection connection, StatementListener listener, int resultRowsMax) {
    this.connection = connection;
    this.listener = listener;
    this.resultRowsMax = resultRowsMax;
  }

  @Override
  public <R extends @Nullable Object> List<R> query(
      Sql sql, Function<? super Row, ? extends R> each) {
    starting(sql);
    try (var rows = bound(sql).executeQuery()) {
      return all(rows, each);
    } catch (SQLException error) {
      throw failed(sql.text(), error);
    } finally {
      forgetMuch(sql.text());
    }
  }

  private <R extends @Nullable Object> List<R> all(
      ResultSet rows, Function<? super Row, ? extends R> each) throws SQLException {
    var row = new ResultRow(rows);
    var result = new ArrayList<R>();
    while (rows.next()) {
      if (result.size() == resultRowsMax) throw tooMany();
      result.add(each.apply(row));
    }
    return result;
  }

  private DatabaseFault tooMany() {
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN,
        "more than " + resultRowsMax + " rows: ask for fewer with limit(...)");
  }

  @Override
  public long execute(Sql sql) {
    starting(sql);
    try {
      return bound(sql).executeLargeUpdate();
    } catch (SQLException error) {
      throw failed(sql.text(), error);
    } finally {
      forgetMuch(sql.text());
    }
  }

  /** Runs a statement of this package's own, which holds no values. */
  void run(String sql) {
    try {
      prepared(sql).execute();
    } catch (SQLException error) {
      throw failed(sql, error);
    }
  }

  /**
   * Undoes what is open, if anything: SQLite ends a transaction by itself when the disk is full.
   */
  void rollback() {
    try {
      prepared("ROLLBACK").execute();
    } catch (SQLException error) {
      var fault = failed("ROLLBACK", error);
      if (!String.valueOf(error.getMessage()).contains("no transaction is active")) throw fault;
    }
  }

  /** The first column of all rows of a statement of this package's own. */
  List<String> texts(String sql) {
    try {
      return texts(prepared(sql));
    } catch (SQLException error) {
      throw failed(sql, error);
    }
  }

  private static List<String> texts(PreparedStatement asked) throws SQLException {
    try (var rows = asked.executeQuery()) {
      var texts = new ArrayList<String>();
      while (rows.next()) texts.add(rows.getString(1));
      return texts;
    }
  }

  /** A table's columns; none if there is no such table. */
  List<String> columns(String table) {
    return columns(table, "");
  }

  /** The columns of a table that every insert has to name. */
  List<String> neededColumns(String table) {
    return columns(table, " WHERE \"notnull\" AND dflt_value IS NULL AND NOT pk");
  }

  /**
   * The columns of a table that are never null, in lower case; those of its key are not among them.
   */
  List<String> requiredColumns(String table) {
    return texts(
        "SELECT lower(name) FROM pragma_table_info(?) WHERE \"notnull\" AND NOT pk",
        List.of(table));
  }

  /** The columns of a table's primary key, in lower case. */
  List<String> keyColumns(String table) {
    return texts(
        "SELECT lower(name) FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", List.of(table));
  }

  /** The types of a table's columns as its definition has them, by their names in lower case. */
  Map<String, String> types(String table) {
    return pairs("SELECT lower(name), type FROM pragma_table_info(?)", table);
  }

  /**
   * The columns, in lower case, of which no two rows have the same value, by the indexes that say
   * so and no more.
   */
  Map<String, String> uniqueIndexes(String table) {
    return pairs(
        """
        SELECT list.name, lower(max(part.name))
        FROM pragma_index_list(?) list, pragma_index_info(list.name) part
        WHERE list."unique" AND NOT list.partial
        GROUP BY list.name HAVING count(*) = 1 AND max(part.name) IS NOT NULL
        """,
        table);
  }

  /** The statements that made a table's indexes, by their names. */
  Map<String, String> indexes(String table) {
    return pairs(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?", table);
  }

  /** The first two columns of all rows of a statement of this package's own about a table. */
  Map<String, String> pairs(String sql, String table) {
    try (var asked = connection.prepareStatement(sql)) {
      asked.setString(1, table);
      return pairs(asked);
    } catch (SQLException error) {
      throw SqliteErrors.of(error);
    }
  }

  /** The statement that made a table; empty if there is no such table. */
  String definition(String table) {
    return String.join("", texts("SELECT sql FROM sqlite_schema WHERE " + NAMED, List.of(table)));
  }

  /**
   * Gives a table another definition, which differs in nothing that is stored, such as in its
   * CHECKs (SQLite's documentation, "Making Other Kinds Of Table Schema Changes"). SQLite reads it
   * at once; for use in a transaction, which undoes it if SQLite cannot.
   */
  void define(String table, String sql) {
    var columns = columns(table);
    run("PRAGMA writable_schema = ON");
    var failure = Failures.after(null, () -> write(table, sql));
    Failures.orThrow(Failures.after(failure, () -> run("PRAGMA writable_schema = RESET")));
    if (!columns.equals(columns(table))) throw new IllegalStateException("Not the same: " + sql);
  }

  private void write(String table, String sql) throws SQLException {
    try (var update =
        connection.prepareStatement("UPDATE sqlite_schema SET sql = ? WHERE " + NAMED)) {
      update.setString(1, sql);
      update.setString(2, table);
      update.executeUpdate();
    }
    var version = Integer.parseInt(texts("PRAGMA schema_version").getFirst());
    run("PRAGMA schema_version = " + (version + 1));
  }

  private static Map<String, String> pairs(PreparedStatement asked) throws SQLException {
    try (var rows = asked.executeQuery()) {
      var pairs = new HashMap<String, String>();
      while (rows.next()) pairs.put(rows.getString(1), rows.getString(2));
      return pairs;
    }
  }

  private List<String> columns(String table, String condition) {
    return texts(
        "SELECT name FROM pragma_table_info(?)" + condition + " ORDER BY cid", List.of(table));
  }

  /**
   * The indexes that have a column of a table.
   *
   * @param origin {@code c} for those that a statement has made, {@code u} for what the table's
   *     definition says to be unique
   */
  List<String> indexes(String table, String column, String origin) {
    return texts(
        "SELECT list.name FROM pragma_index_list(?) list, pragma_index_info(list.name) part"
            + " WHERE part.name = ? COLLATE NOCASE AND list.origin = ?",
        List.of(table, column, origin));
  }

  /** The first column of all rows of a statement of this package's own. */
  List<String> texts(String sql, List<String> arguments) {
    try (var asked = connection.prepareStatement(sql)) {
      for (var at = 0; at < arguments.size(); at++) asked.setString(at + 1, arguments.get(at));
      return texts(asked);
    } catch (SQLException error) {
      throw SqliteErrors.of(error);
    }
  }

  /**
   * Stops the statement that runs, from any thread, and all that follow until {@link #go}; nothing
   * on a closed connection, whose memory SQLite has given back.
   */
  void stop() {
    isStopped = true;
    ending.lock();
    try {
      if (!isClosed) connection.getDatabase().interrupt();
    } catch (SQLException error) {
      throw SqliteErrors.of(error);
    } finally {
      ending.unlock();
    }
  }

  /** Lets statements run again. */
  void go() {
    isStopped = false;
  }

  boolean isStopped() {
    return isStopped;
  }

  private void starting(Sql sql) {
    if (isStopped) {
      throw new DatabaseFault(DatabaseFault.Kind.TIMEOUT, "The statements took too long");
    }
    listener.statement(sql.text());
  }

  private PreparedStatement bound(Sql sql) throws SQLException {
    var statement = prepared(sql.text());
    var position = 0;
    for (var argument : sql.arguments()) {
      position++;
      switch (Storage.stored(argument.type(), argument.value())) {
        case null -> statement.setNull(position, java.sql.Types.NULL);
        case Long number -> statement.setLong(position, number);
        case Double number -> statement.setDouble(position, number);
        case byte[] bytes -> bind(statement, position, bytes);
        case Object text -> bind(statement, position, text.toString());
      }
    }
    if (statement.getParameterMetaData().getParameterCount() != position) {
      throw new SQLException("there is a ? beside the " + position + " values that are bound");
    }
    return statement;
  }

  private void bind(PreparedStatement statement, int position, byte[] bytes) throws SQLException {
    holdsMuch |= bytes.length > TEXT_KEPT_MAX;
    statement.setBytes(position, bytes);
  }

  private void bind(PreparedStatement statement, int position, String text) throws SQLException {
    holdsMuch |= text.length() > TEXT_KEPT_MAX;
    statement.setString(position, text);
  }

  /** Statements stay prepared with the values that were bound last: the long ones are let go. */
  private void forgetMuch(String sql) {
    var statement = holdsMuch ? prepared.get(sql) : null;
    holdsMuch = false;
    if (statement != null) {
      try {
        statement.clearParameters();
      } catch (SQLException error) {
        throw failed(sql, error);
      }
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
      if (prepared.size() > STATEMENTS_MAX) closeEldest();
    }
    return statement;
  }

  /**
   * The driver runs no statement again that met a full disk or was stopped: it is prepared anew.
   */
  private RuntimeException failed(String sql, SQLException error) {
    var fault = SqliteErrors.of(error);
    var statement = fault instanceof Violation ? null : prepared.remove(sql);
    if (statement != null) Failures.after(fault, statement::close);
    return fault;
  }

  private void closeEldest() throws SQLException {
    Map.Entry<String, PreparedStatement> eldest = prepared.firstEntry();
    prepared.remove(eldest.getKey());
    eldest.getValue().close();
  }

  /**
   * Closes the connection and its statements. What fails here is a line of the log: whoever gives
   * back a connection, or closes several, is done with it, and what was committed stays so.
   */
  @Override
  public void close() {
    ending.lock();
    try {
      isClosed = true;
      prepared.clear();
      connection.close();
    } catch (SQLException error) {
      LOG.error("connection_not_closed", LoggedFault.of(error));
    } finally {
      ending.unlock();
    }
  }
}
