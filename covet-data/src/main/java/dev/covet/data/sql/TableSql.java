package dev.covet.data.sql;

import dev.covet.api.OnDelete;
import dev.covet.data.query.Formula;
import dev.covet.data.query.KeyedTable;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of a table's definition that are the same on every database. */
public final class TableSql {
  private TableSql() {}

  /** Columns, with commas. */
  public static String names(List<? extends Column<?, ?>> columns) {
    return columns.stream().map(TableSql::name).collect(Collectors.joining(", "));
  }

  /** A table, quoted where it has to be. */
  public static String name(KeyedTable<?> table) {
    return Identifiers.sql(table.table());
  }

  /** A column, quoted where it has to be. */
  public static String name(Formula.OfColumn<?, ?> column) {
    return Identifiers.sql(column.column());
  }

  /** A column with its table, for messages: {@code hero.name}. */
  public static String place(Mapping<?, ?> table, Column<?, ?> column) {
    return table.table() + "." + column.column();
  }

  /** Whether a column has an index of its own; none if the key's own does as well. */
  public static boolean isIndexed(Mapping<?, ?> table, Column<?, ?> column) {
    var spec = column.spec();
    return (spec.isUnique() || spec.isIndexed()) && !isFoundByKey(table, spec);
  }

  private static boolean isFoundByKey(Mapping<?, ?> table, ColumnSpec spec) {
    var key = table.key().keyColumns();
    return spec.index() == key.getFirst().index() && (key.size() == 1 || !spec.isUnique());
  }

  /**
   * The name of an index over several columns, without quotes: the table with all columns in
   * parentheses, which no index of one column has in its name, then what must be null.
   */
  public static String indexName(Mapping<?, ?> table, IndexSpec index) {
    var whereNull = index.whereNull();
    return index.columns().stream()
        .map(it -> it.column())
        .collect(
            Collectors.joining(
                ",",
                table.table() + "(",
                ")" + (whereNull == null ? "" : " " + whereNull.spec().column())));
  }

  /** What such an index is on, behind {@code ON}. */
  public static String indexed(Mapping<?, ?> table, IndexSpec index) {
    var whereNull = index.whereNull();
    return "%s (%s)%s"
        .formatted(
            name(table),
            names(index.columns()),
            whereNull == null ? "" : " WHERE " + isNull(whereNull));
  }

  private static String isNull(Column<?, ?> column) {
    return name(column) + " IS NULL";
  }

  /** What a foreign key refers to, and what becomes of it. */
  public static String references(ColumnSpec.Reference reference) {
    var target = reference.target().get();
    return "REFERENCES %s (%s)%s"
        .formatted(
            name(target), name(target.keyColumns().getFirst()), action(reference.onDelete()));
  }

  private static String action(OnDelete onDelete) {
    return switch (onDelete) {
      case REFUSE -> "";
      case SET_NULL -> " ON DELETE SET NULL";
      case CASCADE -> " ON DELETE CASCADE";
    };
  }

  /**
   * What more than one row has, though no two may.
   *
   * @param whereNull the column that is null in the rows that count; null where all rows do
   */
  public static String twice(
      Mapping<?, ?> table, List<? extends Column<?, ?>> columns, @Nullable Column<?, ?> whereNull) {
    return columns.stream()
        .map(it -> name(it) + " IS NOT NULL")
        .collect(
            Collectors.joining(
                " AND ",
                "SELECT " + names(columns) + " FROM " + name(table) + " WHERE ",
                (whereNull == null ? "" : " AND " + isNull(whereNull))
                    + " GROUP BY "
                    + names(columns)
                    + " HAVING count(*) > 1"));
  }

  /**
   * Says that rows have twice what no two may have.
   *
   * @param twice shows which they are
   */
  public static String notUnique(
      Mapping<?, ?> table, List<? extends Column<?, ?>> columns, String twice) {
    return """
    Rows of the table %s have the same %s cannot be @Unique. Change them, then save any file. This \
    shows which they are: %s\
    """
        .formatted(
            table.table(),
            columns.size() == 1
                ? columns.getFirst().spec().column() + ", so that it"
                : names(columns) + " together, so that they",
            twice);
  }

  /** What gives a table its name, instead of the former. */
  public static String renamed(Mapping<?, ?> table, String was) {
    return "ALTER TABLE %s RENAME TO %s".formatted(Identifiers.sql(was), name(table));
  }

  /** What gives a column its name, instead of the former. */
  public static String renamed(Mapping<?, ?> table, Column<?, ?> column, String was) {
    return "ALTER TABLE %s RENAME COLUMN %s TO %s"
        .formatted(name(table), Identifiers.sql(was), name(column));
  }

  /** A definition without what two writers may write otherwise. */
  public static String plain(String definition) {
    return definition.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT);
  }

  /**
   * What rows that have none have in a column; empty if nobody says, or if each needs its own.
   *
   * @param literal writes a default, which may be null, as SQL; empty if it cannot
   */
  public static Optional<String> given(
      Mapping<?, ?> table,
      Column<?, ?> column,
      BiFunction<SqlType<?>, @Nullable String, Optional<String>> literal) {
    var spec = column.spec();
    if (spec.isKey() || spec.isUnique() || spec.reference() != null) return Optional.empty();
    if (spec.upkeep() == ColumnSpec.Upkeep.VERSION) return Optional.of("0");
    var property = table.schema().properties().get(spec.index());
    return literal.apply(column.type(), property.defaultJson());
  }

  /**
   * A string of JSON as SQL; empty for one with escapes, which is rare enough to be written by
   * hand.
   */
  public static Optional<String> literal(String json) {
    return json.startsWith("\"") && json.indexOf('\\') < 0
        ? Optional.of(quoted(json.substring(1, json.length() - 1)))
        : Optional.empty();
  }

  /** A text as SQL. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
