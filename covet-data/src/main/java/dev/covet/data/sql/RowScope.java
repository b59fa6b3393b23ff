package dev.covet.data.sql;

import dev.covet.data.query.Formula;
import dev.covet.data.query.KeyedTable;
import dev.covet.data.table.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * The rows that names in a statement, or a part of one, are of.
 *
 * @param prefix what stands before a column's name: {@code t0.}, or nothing where the table stands
 *     alone
 * @param depth how many statements it is within
 * @param mayAggregate whether values of several rows may be asked for here
 * @param outside the rows around, whose values may be asked for here; null if none may
 */
record RowScope(
    KeyedTable<?> table,
    String prefix,
    int depth,
    boolean mayAggregate,
    @Nullable RowScope outside) {
  /** The rows of a statement of its own. */
  static RowScope of(KeyedTable<?> table, String prefix) {
    return new RowScope(table, prefix, 0, false, null);
  }

  /** These, where values of several rows may be asked for. */
  RowScope aggregating() {
    return new RowScope(table, prefix, depth, true, outside);
  }

  /** These, one by one. */
  RowScope single() {
    return new RowScope(table, prefix, depth, false, outside);
  }

  /** The rows of a statement within this one, each of which is joined with one out here. */
  RowScope joined(KeyedTable<?> inner) {
    var around = prefix.isEmpty() ? TableSql.name(table) + "." : prefix;
    var rows = new RowScope(table, around, depth, false, outside);
    return new RowScope(inner, "r" + (depth + 1) + ".", depth + 1, false, rows);
  }

  /** The rows around. */
  RowScope around() {
    if (outside == null) {
      throw new IllegalArgumentException(
          "outer(...) is for the conditions of rows that are joined: join(...).where(...)");
    }
    return outside;
  }

  /** The rows of a statement within this one, which is not asked about the rows out here. */
  RowScope within(KeyedTable<?> inner) {
    return new RowScope(inner, "", depth + 1, false, null);
  }

  /** The rows of a statement within this one, whose columns are told apart by a prefix. */
  RowScope correlated(KeyedTable<?> inner) {
    return new RowScope(inner, "r" + (depth + 1) + ".", depth + 1, false, null);
  }

  /**
   * The rows of a query within this one.
   *
   * @throws IllegalArgumentException if they are in another database
   */
  RowScope found(KeyedTable<?> inner) {
    if (!inner.database().equals(table.database())) {
      throw new IllegalArgumentException(
          "%s is in another database than %s: list what is found there, and give in(...) the values"
              .formatted(inner.entity(), table.entity()));
    }
    return within(inner);
  }

  /** What the table is called where the columns have a prefix. */
  String alias() {
    return prefix.substring(0, prefix.length() - 1);
  }

  /** The name of a column of these rows, without the prefix. */
  String name(Formula.OfColumn<?, ?> column) {
    return Identifiers.sql(own(column).column());
  }

  /** The same, with the table's name if it has no prefix, for use in a statement within. */
  String qualified(Formula.OfColumn<?, ?> column) {
    var before = prefix.isEmpty() ? TableSql.name(table) + "." : prefix;
    return before + name(column);
  }

  private Formula.OfColumn<?, ?> own(Formula.OfColumn<?, ?> column) {
    if (!column.shape().equals(table.shape())) {
      throw new IllegalArgumentException(
          "\"%s\" is not a column of %s".formatted(column.name(), table.entity()));
    }
    return column;
  }
}
