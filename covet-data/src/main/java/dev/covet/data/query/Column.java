package dev.covet.data.query;

import dev.covet.api.Field;
import java.util.Collection;
import java.util.List;

/**
 * A column of a table, by which rows are asked for, sorted and changed.
 *
 * <p>As in SQL, a row that holds null here fulfils no comparison, not even {@code ne}.
 *
 * @param <T> the table's record
 * @param <V> the component's type, boxed
 */
public sealed interface Column<T, V> extends Field<T, V>, RowKey<T, V>
    permits ValueColumn, TextColumn, LongColumn, DoubleColumn {
  /** What the table says about it. */
  ColumnSpec spec();

  /** What it holds. */
  SqlType<V> type();

  @Override
  default String name() {
    return spec().name();
  }

  @Override
  default int index() {
    return spec().index();
  }

  @Override
  default List<Column<T, ?>> keyColumns() {
    return List.of(this);
  }

  @Override
  default List<Object> keyValues(V key) {
    return List.of(key);
  }

  @Override
  default Column<T, V> keyColumn() {
    return this;
  }

  /** Rows that hold this value. */
  default Condition<T> eq(V value) {
    return new Condition.Compare<>(this, Comparison.EQ, value);
  }

  /** Rows that hold another value. */
  default Condition<T> ne(V value) {
    return new Condition.Compare<>(this, Comparison.NE, value);
  }

  /** Rows that hold less. */
  default Condition<T> lt(V value) {
    return new Condition.Compare<>(this, Comparison.LT, value);
  }

  /** Rows that hold this value or less. */
  default Condition<T> le(V value) {
    return new Condition.Compare<>(this, Comparison.LE, value);
  }

  /** Rows that hold more. */
  default Condition<T> gt(V value) {
    return new Condition.Compare<>(this, Comparison.GT, value);
  }

  /** Rows that hold this value or more. */
  default Condition<T> ge(V value) {
    return new Condition.Compare<>(this, Comparison.GE, value);
  }

  /**
   * Rows that hold one of these values; none if there is none.
   *
   * @param values at most 1,000, unless {@code IN_VALUES_MAX} says otherwise
   */
  default Condition<T> in(Collection<V> values) {
    return new Condition.Among<>(this, List.copyOf(values));
  }

  /** Rows that hold nothing. */
  default Condition<T> isNull() {
    return new Condition.Absent<>(this);
  }

  /** Smallest first, null last. */
  default Order<T> asc() {
    return new Order<>(this, Order.Direction.ASCENDING);
  }

  /** Largest first, null before them. */
  default Order<T> desc() {
    return new Order<>(this, Order.Direction.DESCENDING);
  }
}
