package dev.covet.data.postgres.tables;

import dev.covet.data.sql.CheckSql;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.CompositeKey;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table's definition in SQL. Every constraint has a name with the column's in it, since errors
 * give no more than that: {@code "hero.name"}, {@code "hero.team_id.references"}, {@code
 * "hero.age.check"}.
 */
public final class PostgresDefinitions {
  private static final String REFERENCES = ".references";
  private static final String CHECK = ".check";

  /** Longer names are cut by the database. */
  private static final int NAME_MAX = 63;

  private PostgresDefinitions() {}

  /** The table, its indexes, then its references, whose targets must be there by then. */
  static List<String> of(Mapping<?, ?> table) {
    return Stream.of(List.of(creation(table)), notes(table), indexes(table), references(table))
        .flatMap(List::stream)
        .toList();
  }

  /** The table without what refers to others: two tables may refer to each other. */
  static String creation(Mapping<?, ?> table) {
    return Stream.concat(
            table.columns().stream().map(column -> column(table, column)),
            compositeKey(table).stream())
        .collect(
            Collectors.joining(
                ", ", "CREATE TABLE IF NOT EXISTS " + TableSql.name(table) + " (", ")"));
  }

  private static Optional<String> compositeKey(Mapping<?, ?> table) {
    return table.key() instanceof CompositeKey<?, ?>
        ? Optional.of("CONSTRAINT %s %s".formatted(keyName(table), key(table)))
        : Optional.empty();
  }

  /** The name of the key, quoted. */
  static String keyName(Mapping<?, ?> table) {
    return quoted(table.table() + "." + names(table.key().keyColumns()));
  }

  /** What the key is. */
  static String key(Mapping<?, ?> table) {
    return "PRIMARY KEY (" + TableSql.names(table.key().keyColumns()) + ")";
  }

  /** Whether the database gives the key. */
  static boolean isCounted(Mapping<?, ?> table) {
    return table.key() instanceof Column<?, ?> key && isCounted(key.type());
  }

  private static String names(List<? extends Column<?, ?>> columns) {
    return columns.stream().map(it -> it.column()).collect(Collectors.joining("."));
  }

  /** What each CHECK was made from: the database keeps it in words of its own. */
  static List<String> notes(Mapping<?, ?> table) {
    return table.columns().stream()
        .filter(column -> !condition(table, column).isEmpty())
        .map(column -> note(table, column))
        .toList();
  }

  static String note(Mapping<?, ?> table, Column<?, ?> column) {
    return "COMMENT ON CONSTRAINT %s ON %s IS '%s'"
        .formatted(
            checkName(table, column),
            TableSql.name(table),
            condition(table, column).replace("'", "''"));
  }

  /** What a column's CHECK says; empty if it has none. */
  static String condition(Mapping<?, ?> table, Column<?, ?> column) {
    return String.join(" AND ", CheckSql.of(table, column));
  }

  /** What gives a column the CHECK of its component. */
  static List<String> checked(Mapping<?, ?> table, Column<?, ?> column) {
    return List.of(
        "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s)"
            .formatted(TableSql.name(table), checkName(table, column), condition(table, column)),
        note(table, column));
  }

  /** The name of a column's CHECK, quoted. */
  static String checkName(Mapping<?, ?> table, Column<?, ?> column) {
    return quoted(TableSql.place(table, column) + CHECK);
  }

  /** The name of a column's index, quoted. */
  static String indexName(Mapping<?, ?> table, Column<?, ?> column) {
    return quoted(TableSql.place(table, column));
  }

  static List<String> indexes(Mapping<?, ?> table) {
    return Stream.concat(
            table.columns().stream().flatMap(column -> index(table, column).stream()),
            table.indexes().stream().map(index -> together(table, index)))
        .toList();
  }

  /** An index over several columns. */
  private static String together(Mapping<?, ?> table, IndexSpec index) {
    return "CREATE %sINDEX IF NOT EXISTS %s ON %s"
        .formatted(
            index.isUnique() ? "UNIQUE " : "",
            indexName(table, index),
            TableSql.indexed(table, index));
  }

  /** The name of an index over several columns, quoted. */
  static String indexName(Mapping<?, ?> table, IndexSpec index) {
    return quoted(TableSql.indexName(table, index));
  }

  static List<String> index(Mapping<?, ?> table, Column<?, ?> column) {
    if (!TableSql.isIndexed(table, column)) return List.of();
    return List.of(
        "CREATE %s IF NOT EXISTS %s ON %s (%s)"
            .formatted(
                column.spec().isUnique() ? "UNIQUE INDEX" : "INDEX",
                indexName(table, column),
                TableSql.name(table),
                TableSql.name(column)));
  }

  static List<String> references(Mapping<?, ?> table) {
    return table.columns().stream().flatMap(column -> reference(table, column).stream()).toList();
  }

  static List<String> reference(Mapping<?, ?> table, Column<?, ?> column) {
    return referring(column)
        .map(what ->
            "ALTER TABLE %s ADD CONSTRAINT %s %s"
                .formatted(TableSql.name(table), referenceName(table, column), what))
        .stream()
        .toList();
  }

  /** What a column refers to. */
  static Optional<String> referring(Column<?, ?> column) {
    return Optional.ofNullable(column.spec().reference())
        .map(it -> "FOREIGN KEY (%s) %s".formatted(TableSql.name(column), TableSql.references(it)));
  }

  /** The name of a column's reference, quoted. */
  static String referenceName(Mapping<?, ?> table, Column<?, ?> column) {
    return quoted(TableSql.place(table, column) + REFERENCES);
  }

  /**
   * What adds a column to a table that is there, with its constraints and index.
   *
   * @param rest {@code DEFAULT 0}, or empty where rows have null
   */
  static List<String> added(Mapping<?, ?> table, Column<?, ?> column, String rest) {
    var statements = new ArrayList<>(addition(table, column, rest));
    statements.addAll(index(table, column));
    statements.addAll(reference(table, column));
    return statements;
  }

  /** What adds a column with its CHECK alone. */
  static List<String> addition(Mapping<?, ?> table, Column<?, ?> column, String rest) {
    var added =
        "ALTER TABLE %s ADD COLUMN %s%s"
            .formatted(TableSql.name(table), column(table, column), rest);
    return condition(table, column).isEmpty()
        ? List.of(added)
        : List.of(added, note(table, column));
  }

  private static String column(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var sql = new StringBuilder(TableSql.name(column));
    sql.append(' ').append(PostgresTypes.declared(column.type()));
    sql.append(spec.isNullable() ? "" : " NOT NULL");
    if (spec.isKey() && table.key() instanceof Column<?, ?>) {
      sql.append(isCounted(column.type()) ? " GENERATED BY DEFAULT AS IDENTITY" : "");
      sql.append(" CONSTRAINT ").append(keyName(table)).append(" PRIMARY KEY");
    }
    var condition = condition(table, column);
    if (!condition.isEmpty()) {
      sql.append(" CONSTRAINT ").append(checkName(table, column)).append(" CHECK (");
      sql.append(condition).append(')');
    }
    return sql.toString();
  }

  private static boolean isCounted(SqlType<?> type) {
    var stored = Mapped.of(type);
    return stored instanceof SqlType.Whole64 || stored instanceof SqlType.Whole32;
  }

  /** A name that is cut would be cut anywhere; this one is told from others by a hash. */
  private static String quoted(String name) {
    if (name.length() <= NAME_MAX) return '"' + name + '"';
    var hash = Integer.toHexString(name.hashCode());
    return '"' + name.substring(0, NAME_MAX - hash.length() - 1) + "#" + hash + '"';
  }

  /** A name as the database keeps it. */
  public static String unquoted(String name) {
    return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
  }

  /** The first column of a constraint by its name; none if the name is none that is made here. */
  public static List<String> columns(String constraint) {
    var parts = constraint.split("\\.", -1);
    return parts.length < 2 || constraint.contains("#") ? List.of() : List.of(parts[1]);
  }
}
