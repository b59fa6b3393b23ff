package dev.covet.data.sql;

import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The statements of one table that add rows. Thread-safe. */
public final class InsertStatements<T> {
  /** Most rows of one statement; a power of two. */
  static final int ROWS_MAX = 512;

  /** Up to so many rows, each number has a text of its own. */
  private static final int FEW = 16;

  private final Mapping<T, ?> table;
  private final SqlTerms terms;
  private final List<Column<T, ?>> unkeyed;
  private final String keyed;
  private final String keyless;
  private final Map<List<?>, String> texts = new ConcurrentHashMap<>();

  InsertStatements(Mapping<T, ?> table, SqlTerms terms) {
    this.table = table;
    this.terms = terms;
    this.unkeyed = table.columns().stream().filter(it -> !it.spec().isKey()).toList();
    this.keyed = returningKey(1, true);
    this.keyless = returningKey(1, false);
  }

  private List<Column<T, ?>> columns(boolean isKeyGiven) {
    return isKeyGiven ? table.columns() : unkeyed;
  }

  /**
   * A new row, which gives back its key.
   *
   * @param row one value for each column, as {@link Sql.Argument} takes them
   * @param isKeyGiven whether the key is among them; otherwise the database gives one
   */
  public Sql one(@Nullable Object[] row, boolean isKeyGiven) {
    return new Sql(isKeyGiven ? keyed : keyless, arguments(row, isKeyGiven));
  }

  /**
   * How many of so many rows the next statement takes, so that texts are few: all of a few, else a
   * power of two.
   *
   * @param rows at least 1
   */
  public int rowsAtOnce(int rows, boolean isKeyGiven) {
    var columns = columns(isKeyGiven).size();
    if (columns == 0) return 1;
    var most = Math.min(ROWS_MAX, Integer.highestOneBit(terms.dialect().parametersMax() / columns));
    return rows <= Math.min(FEW, most) ? rows : Math.min(most, Integer.highestOneBit(rows));
  }

  /**
   * New rows, which give back their keys unless these are given.
   *
   * @param rows as many as {@link #rowsAtOnce} says; of each a value for each column
   */
  public Sql all(List<@Nullable Object[]> rows, boolean isKeyGiven) {
    var text = kept(List.of(rows.size(), isKeyGiven), () -> allText(rows.size(), isKeyGiven));
    return new Sql(text, arguments(rows, isKeyGiven));
  }

  private String allText(int rows, boolean isKeyGiven) {
    return isKeyGiven ? inserting(rows, true).text() : returningKey(rows, false);
  }

  private String returningKey(int rows, boolean isKeyGiven) {
    return inserting(rows, isKeyGiven).add(" RETURNING ").names(keys()).text();
  }

  private List<Column<T, ?>> keys() {
    return table.key().keyColumns();
  }

  /** A new row, unless one has the same in a unique column; gives back its key if it is new. */
  public Sql ifAbsent(@Nullable Object[] row, Column<T, ?> unique, boolean isKeyGiven) {
    var text =
        kept(
            List.of("absent", unique.index(), isKeyGiven),
            () ->
                conflicting(List.of(unique), isKeyGiven)
                    .add("NOTHING RETURNING ")
                    .names(keys())
                    .text());
    return new Sql(text, arguments(row, isKeyGiven));
  }

  /**
   * A new row, or new values for the one that has the same in unique columns; gives it back.
   *
   * @param unique columns that tell one row together
   */
  public Sql orUpdate(@Nullable Object[] row, List<Column<T, ?>> unique, boolean isKeyGiven) {
    var text =
        kept(
            List.of("update", unique.stream().map(Column::index).toList(), isKeyGiven),
            () -> updating(conflicting(unique, isKeyGiven), unique));
    return new Sql(text, arguments(row, isKeyGiven));
  }

  private SqlWriter conflicting(List<Column<T, ?>> unique, boolean isKeyGiven) {
    return inserting(1, isKeyGiven).add(" ON CONFLICT (").names(unique).add(") DO ");
  }

  private String updating(SqlWriter sql, List<Column<T, ?>> unique) {
    var told = unique.stream().map(Column::index).toList();
    var others = unkeyed.stream().filter(it -> !told.contains(it.index())).toList();
    var separator = "UPDATE SET ";
    for (var column : others.isEmpty() ? unique : others) {
      if (column.spec().upkeep() == ColumnSpec.Upkeep.CREATED_AT) continue;
      sql.add(separator).add(updated(column));
      separator = ",";
    }
    return ofSameOwner(sql).add(" RETURNING ").reads(table.columns()).text();
  }

  /** What another owner has is not written over. */
  private SqlWriter ofSameOwner(SqlWriter sql) {
    var owner = terms.owner(table);
    if (owner == null) return sql;
    var name = Identifiers.sql(owner.column());
    return sql.add(" WHERE %s.%s = excluded.%s".formatted(TableSql.name(table), name, name));
  }

  private String updated(Column<T, ?> column) {
    var name = TableSql.name(column);
    return column.spec().upkeep() == ColumnSpec.Upkeep.VERSION
        ? "%s = %s.%s + 1".formatted(name, TableSql.name(table), name)
        : "%s = excluded.%s".formatted(name, name);
  }

  private SqlWriter inserting(int rows, boolean isKeyGiven) {
    var columns = columns(isKeyGiven);
    var sql = terms.writer().add("INSERT INTO ").name(table.table());
    if (columns.isEmpty()) return sql.add(" DEFAULT VALUES");
    sql.add(" (").names(columns).add(") VALUES ");
    for (var row = 0; row < rows; row++) {
      sql.add(row == 0 ? "(" : ",(");
      placeholders(sql, columns);
      sql.add(")");
    }
    return sql;
  }

  private void placeholders(SqlWriter sql, List<Column<T, ?>> columns) {
    var separator = "";
    for (var column : columns) {
      sql.add(separator).argument(column.type(), null);
      separator = ",";
    }
  }

  private List<Sql.Argument> arguments(@Nullable Object[] row, boolean isKeyGiven) {
    return arguments(List.<@Nullable Object[]>of(row), isKeyGiven);
  }

  private List<Sql.Argument> arguments(List<@Nullable Object[]> rows, boolean isKeyGiven) {
    var columns = columns(isKeyGiven);
    var arguments = new ArrayList<Sql.Argument>(rows.size() * columns.size());
    for (var row : rows) {
      for (var column : columns) {
        arguments.add(new Sql.Argument(column.type(), row[column.index()]));
      }
    }
    return arguments;
  }

  private String kept(List<?> shape, Supplier<String> made) {
    return texts.computeIfAbsent(shape, _ -> made.get());
  }
}
