package dev.covet.data.table;

import java.util.List;
import java.util.function.Function;

/**
 * A key of several columns, all of which the program gives. Immutable.
 *
 * @param <T> the table's record
 * @param <K> the generated {@code MemberTable.Key}
 */
public final class CompositeKey<T, K> implements RowKey<T, K> {
  private final List<Column<T, ?>> columns;
  private final Function<K, List<Object>> apart;

  /**
   * A key of these columns, as generated tables make one.
   *
   * @param apart gives a key's value for each of them
   */
  public CompositeKey(List<Column<T, ?>> columns, Function<K, List<Object>> apart) {
    this.columns = List.copyOf(columns);
    this.apart = apart;
  }

  @Override
  public List<Column<T, ?>> keyColumns() {
    return columns;
  }

  @Override
  public List<Object> keyValues(K key) {
    return apart.apply(key);
  }

  @Override
  public Column<T, K> keyColumn() {
    throw new IllegalStateException("A key of several columns is not one of them: " + columns);
  }
}
