package dev.covet.data;

import dev.covet.data.driver.JdbcAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A database by JDBC: what it says of its tables, without the order of columns. */
record SchemaFacts(Connection connection) implements AutoCloseable {
  private static final List<String> POSTGRES =
      List.of(
          """
          SELECT 'column', relname, attname, format_type(atttypid, atttypmod), attnotnull,
            attidentity, attcollation::regcollation
          FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
          WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
            AND attnum > 0 AND NOT attisdropped
          """,
          """
          SELECT 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid),
            obj_description(oid, 'pg_constraint')
          FROM pg_constraint
          WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'c', 'f', 'u')
          """,
          """
          SELECT 'index', replace(indexdef, ' ON ' || schemaname || '.', ' ON ') FROM pg_indexes
          WHERE schemaname = current_schema()
          """);

  private static final List<String> SQLITE =
      List.of(
          """
          SELECT type, tbl_name, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          """,
          """
          SELECT 'key', m.name, c.name, c.pk FROM sqlite_schema m, pragma_table_info(m.name) c
          WHERE m.type = 'table' AND c.pk > 0
          """);

  static SchemaFacts of(JdbcAddress address) {
    var properties = new Properties();
    properties.putAll(address.properties());
    try {
      return new SchemaFacts(DriverManager.getConnection(address.url(), properties));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs statements as a migration does: all or nothing, and references are there at its end. */
  void migrate(List<String> sql, String broken) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      for (var each : sql) statement.execute(each);
    }
    if (!broken.isEmpty() && !rows(broken).isEmpty()) throw new SQLException("broken references");
    connection.commit();
    connection.setAutoCommit(true);
  }

  void empty(List<String> tables) throws SQLException {
    var isSqlite = connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
    try (var statement = connection.createStatement()) {
      for (var table : tables) {
        statement.execute("DROP TABLE " + table + (isSqlite ? "" : " CASCADE"));
      }
    }
  }

  /** All rows of a query, each in one text. */
  List<String> rows(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (var at = 1; at <= found.getMetaData().getColumnCount(); at++) {
          row.add(String.valueOf(found.getString(at)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    }
  }

  List<String> facts() throws SQLException {
    var facts = new ArrayList<String>();
    var isSqlite = connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
    for (var query : isSqlite ? SQLITE : POSTGRES) {
      for (var row : rows(query)) facts.addAll(isSqlite ? parts(row) : List.of(row));
    }
    return facts.stream().sorted().toList();
  }

  /** A definition is its columns and keys; a default is of rows that were there before a column. */
  private static List<String> parts(String row) {
    var plain = row.replace("\"", "").replaceAll(" DEFAULT ('[^']*'|\\S+?)(?=, |\\)|$)", "");
    if (!row.startsWith("table ")) return List.of(plain);
    var open = plain.indexOf('(');
    var close = plain.lastIndexOf(')');
    var head = plain.substring(0, open) + plain.substring(close + 1);
    return Stream.of(plain.substring(open + 1, close).split(", (?=[a-z_]+ [A-Z]|PRIMARY)", -1))
        .map(part -> head + ": " + part)
        .toList();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
