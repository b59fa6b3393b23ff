package dev.covet.data.sqlite;

import dev.covet.data.sql.CheckSql;
import dev.covet.data.sql.TableSql;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.CompositeKey;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table's definition in SQL, from what its mapping says and its record's constraints. */
final class Definitions {
  private Definitions() {}

  /**
   * The table, then its indexes. Their names have a dot, which no table's or column's has, so that
   * {@code a_b.c} and {@code a.b_c} are two. Columns are unique by an index as well: SQLite drops
   * no column that is unique by the table's definition.
   */
  static List<String> of(Mapping<?, ?> table) {
    var statements = new ArrayList<String>();
    statements.add("CREATE TABLE IF NOT EXISTS " + TableSql.name(table) + body(table));
    table.columns().forEach(column -> statements.addAll(index(table, column)));
    statements.addAll(together(table));
    return statements;
  }

  /** The indexes over several columns. */
  private static List<String> together(Mapping<?, ?> table) {
    return table.indexes().stream()
        .map(it -> kept(table, it).replaceFirst("INDEX", "INDEX IF NOT EXISTS"))
        .toList();
  }

  /** An index over several columns as SQLite keeps it. */
  static String kept(Mapping<?, ?> table, IndexSpec index) {
    return "CREATE %sINDEX \"%s\" ON %s"
        .formatted(
            index.isUnique() ? "UNIQUE " : "",
            TableSql.indexName(table, index),
            TableSql.indexed(table, index));
  }

  /** The table's own definition as SQLite keeps it. */
  static String kept(Mapping<?, ?> table) {
    return kept(table, TableSql.name(table));
  }

  /** The same under another name. */
  static String kept(Mapping<?, ?> table, String name) {
    return "CREATE TABLE " + name + body(table);
  }

  private static String body(Mapping<?, ?> table) {
    return Stream.concat(
            table.columns().stream().map(it -> column(table, it)), compositeKey(table).stream())
        .collect(Collectors.joining(", ", " (", ") STRICT"));
  }

  private static Optional<String> compositeKey(Mapping<?, ?> table) {
    return table.key() instanceof CompositeKey<?, ?> key
        ? Optional.of("PRIMARY KEY (" + TableSql.names(key.keyColumns()) + ")")
        : Optional.empty();
  }

  /**
   * The indexes that a table which is there may lack. Those of single columns are not unique, and
   * {@link IndexRules} has seen to it that no rows break the others.
   */
  static List<String> ofTableThatIsThere(Mapping<?, ?> table) {
    var single =
        table.columns().stream()
            .filter(column -> !column.spec().isUnique())
            .flatMap(column -> index(table, column).stream());
    return Stream.concat(single, together(table).stream()).toList();
  }

  /** The index of a column; none if it has none, or the key's own does as well. */
  static List<String> index(Mapping<?, ?> table, Column<?, ?> column) {
    var kind = column.spec().isUnique() ? "UNIQUE INDEX" : "INDEX";
    return TableSql.isIndexed(table, column) ? List.of(index(kind, table, column)) : List.of();
  }

  private static String index(String kind, Mapping<?, ?> table, Column<?, ?> column) {
    return "CREATE %s IF NOT EXISTS \"%s\" ON %s (%s)"
        .formatted(
            kind, TableSql.place(table, column), TableSql.name(table), TableSql.name(column));
  }

  /**
   * What adds a column to a table that is there.
   *
   * @param value what its rows hold in it, in SQL
   */
  static List<String> added(Mapping<?, ?> table, Column<?, ?> column, String value) {
    var statements = new ArrayList<String>();
    statements.add(addition(table, column) + " DEFAULT " + value);
    statements.addAll(index(table, column));
    return statements;
  }

  /** What adds a column; rows have null in it. */
  static String addition(Mapping<?, ?> table, Column<?, ?> column) {
    return "ALTER TABLE %s ADD COLUMN %s%s"
        .formatted(TableSql.name(table), described(column), constraints(table, column));
  }

  private static String column(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    var sql = new StringBuilder(described(column));
    if (spec.isKey() && table.key() instanceof Column<?, ?>) {
      sql.append(" PRIMARY KEY").append(isCounted(table) ? " AUTOINCREMENT" : "");
    }
    return sql.append(constraints(table, column)).toString();
  }

  /** Whether the database gives the key. */
  static boolean isCounted(Mapping<?, ?> table) {
    return table.key() instanceof Column<?, ?> key
        && Storage.affinity(key.type()).equals("INTEGER");
  }

  private static String described(Column<?, ?> column) {
    var spec = column.spec();
    return Identifiers.sql(spec.column())
        + " "
        + Storage.affinity(column.type())
        + (spec.isNullable() ? "" : " NOT NULL");
  }

  private static String constraints(Mapping<?, ?> table, Column<?, ?> column) {
    return checks(table, column).stream()
        .map(it -> " CHECK (" + it + ")")
        .collect(Collectors.joining("", "", reference(column.spec())));
  }

  /** The conditions of a column's CHECKs. */
  static List<String> checks(Mapping<?, ?> table, Column<?, ?> column) {
    var checks = new ArrayList<>(own(TableSql.name(column), column.type()));
    checks.addAll(Unit.check(TableSql.name(column), Mapped.of(column.type())));
    checks.addAll(CheckSql.of(table, column));
    return checks;
  }

  private static String reference(ColumnSpec spec) {
    var reference = spec.reference();
    return reference == null ? "" : " " + TableSql.references(reference);
  }

  /** What only SQLite must be told: it would take any number for a truth, and any text for JSON. */
  private static List<String> own(String name, SqlType<?> type) {
    return switch (type) {
      case SqlType.Truth _ -> List.of(name + " IN (0, 1)");
      case SqlType.Whole32 _ ->
          List.of(name + " BETWEEN " + Integer.MIN_VALUE + " AND " + Integer.MAX_VALUE);
      case Document<?> _ -> List.of("json_valid(" + name + ")");
      default -> List.of();
    };
  }
}
