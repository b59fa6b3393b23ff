package dev.covet.data.table;

import java.util.List;

/**
 * By what rows of a table are found: a column, or several.
 *
 * @param <T> the table's record
 * @param <K> the key, boxed
 */
public interface RowKey<T, K> {
  /** The columns, in the order of the record. */
  List<Column<T, ?>> keyColumns();

  /** A key's value for each of the columns. */
  List<Object> keyValues(K key);

  /**
   * The one column.
   *
   * @throws IllegalStateException if there are several, to which no column refers
   */
  Column<T, K> keyColumn();
}
