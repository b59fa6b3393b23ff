package dev.covet.data.sqlite;

import dev.covet.data.driver.Applied;
import dev.covet.data.driver.Evolution;
import dev.covet.data.driver.JdbcAddress;
import dev.covet.data.driver.Step;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the tables of an SQLite database change. */
record SqliteEvolution(String url, Changing changing) implements Evolution {
  /** Longest wait for others that write or migrate, in milliseconds. */
  private static final String BUSY_MILLIS_MAX = "60000";

  private static final String APPLIED =
      "SELECT version || ' ' || type || ' ' || coalesce(checksum, '') FROM "
          + HISTORY
          + " WHERE success AND version IS NOT NULL ORDER BY installed_rank";

  /** Does work on the connection that writes. */
  interface Changing {
    <R> R changing(Function<SqliteLink, R> work);
  }

  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public String broken() {
    return "SELECT \"table\", parent FROM pragma_foreign_key_check";
  }

  /**
   * A transaction has the database for itself from its beginning on, so that of several that
   * migrate each sees what others did. References are checked at its end, not at each statement: a
   * table that is made anew must be droppable.
   */
  @Override
  public JdbcAddress address() {
    return new JdbcAddress(
        url,
        Map.of(
            "transaction_mode", "IMMEDIATE",
            "busy_timeout", BUSY_MILLIS_MAX,
            "foreign_keys", "false",
            "synchronous", "FULL"),
        true);
  }

  @Override
  public List<String> tables() {
    return changing.changing(SqliteEvolution::tables);
  }

  /** The tables that are there, without SQLite's own and {@link #HISTORY}. */
  static List<String> tables(SqliteLink link) {
    return link.texts(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE"
            + " '\\' AND name <> '"
            + HISTORY
            + "' ORDER BY name");
  }

  @Override
  public List<String> columns() {
    return changing.changing(link ->
        tables(link).stream()
            .flatMap(table -> link.columns(table).stream().map(it -> table + "." + it))
            .toList());
  }

  @Override
  public Optional<List<Applied>> applied() {
    return changing.changing(link ->
        link.columns(HISTORY).isEmpty()
            ? Optional.empty()
            : Optional.of(link.texts(APPLIED).stream().map(SqliteEvolution::applied).toList()));
  }

  private static Applied applied(String text) {
    var parts = text.split(" ", 3);
    return new Applied(parts[0], parts[1].equals("BASELINE"), parts[2]);
  }

  @Override
  public List<Step> steps(List<? extends Mapping<?, ?>> tables) {
    return changing.changing(link -> new SqliteSteps(link, tables).all());
  }
}
