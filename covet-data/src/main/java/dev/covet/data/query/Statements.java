package dev.covet.data.query;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The statements of one table that write, and those that count. Immutable. */
public final class Statements<T, K> {
  private final Mapping<T, K> table;
  private final Dialect dialect;

  /** The statements of a table in a dialect. */
  public Statements(Mapping<T, K> table, Dialect dialect) {
    this.table = table;
    this.dialect = dialect;
  }

  /**
   * A new row, which gives back its key.
   *
   * @param values one for each column
   * @param isKeyGiven whether the key is among them; otherwise the database gives one
   */
  public Sql insert(@Nullable Object[] values, boolean isKeyGiven) {
    var columns = table.columns().stream().filter(it -> isKeyGiven || !it.spec().isKey()).toList();
    var sql = new SqlWriter(dialect).add("INSERT INTO ").name(table.table());
    if (columns.isEmpty()) {
      sql.add(" DEFAULT VALUES");
    } else {
      sql.add(" (").names(columns).add(") VALUES (");
      var separator = "";
      for (var column : columns) {
        sql.add(separator).argument(column.type(), values[column.index()]);
        separator = ",";
      }
      sql.add(")");
    }
    return sql.add(" RETURNING ").name(table.key().spec().column()).sql();
  }

  /**
   * New values for the row with a key, which gives back the whole row.
   *
   * @param values one for each column
   * @param changed positions of the columns that are written, at least one
   */
  public Sql update(Object key, @Nullable Object[] values, BitSet changed) {
    var sql = new SqlWriter(dialect).add("UPDATE ").name(table.table());
    var separator = " SET ";
    for (var column : table.columns()) {
      if (changed.get(column.index())) {
        sql.add(separator).name(column.spec().column()).add(" = ");
        sql.argument(column.type(), values[column.index()]);
        separator = ",";
      }
    }
    return whereKey(sql, key).add(" RETURNING ").names(table.columns()).sql();
  }

  /** No row with this key any more. */
  public Sql delete(Object key) {
    return whereKey(new SqlWriter(dialect).add("DELETE FROM ").name(table.table()), key).sql();
  }

  /** The number of rows that fulfil a condition. */
  public Sql count(Condition<T> condition) {
    return new SqlWriter(dialect)
        .add("SELECT count(*) FROM ")
        .name(table.table())
        .where("", condition)
        .sql();
  }

  /** The key of a row, if there is one with it. */
  public Sql exists(Object key) {
    var sql = new SqlWriter(dialect).add("SELECT ").name(table.key().spec().column());
    return whereKey(sql.add(" FROM ").name(table.table()), key).sql();
  }

  /** All columns of the row with a key. */
  public Sql read(Object key) {
    var sql = new SqlWriter(dialect).add("SELECT ").names(table.columns());
    return whereKey(sql.add(" FROM ").name(table.table()), key).sql();
  }

  /** The values of a row that holds all columns. */
  public @Nullable Object[] values(Row row) {
    var columns = table.columns();
    var values = new @Nullable Object[columns.size()];
    for (var at = 0; at < values.length; at++) {
      values[at] = row.get(at, columns.get(at).type());
    }
    return values;
  }

  @SuppressWarnings("unchecked") // a session takes keys of the right type alone
  private SqlWriter whereKey(SqlWriter sql, Object key) {
    return sql.where("", table.key().eq((K) key));
  }
}
