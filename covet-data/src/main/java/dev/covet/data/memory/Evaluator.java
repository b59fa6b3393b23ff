package dev.covet.data.memory;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Order;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.Storable;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds and sorts rows that are in memory as a database would (D45). A row is the values of its
 * columns, as they are read back.
 */
public final class Evaluator {
  private Evaluator() {}

  /**
   * The rows that fulfil a condition.
   *
   * @throws UnsupportedOperationException if it looks at other rows than the one that it is about
   */
  public static Predicate<@Nullable Object[]> filter(Condition<?> condition) {
    var filter = RowFilter.of(condition);
    return row -> Boolean.TRUE.equals(filter.holds(row));
  }

  /**
   * The order of a table's rows, by the key in the end.
   *
   * @throws UnsupportedOperationException if it looks at other rows
   */
  public static <T> Comparator<@Nullable Object[]> order(
      Mapping<T, ?> table, List<Order<T>> asked) {
    return Order.total(asked, table.keyColumns()).stream()
        .map(Evaluator::order)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private static Comparator<@Nullable Object[]> order(Order<?> order) {
    var value = RowValue.of(order.formula());
    Comparator<Object> values = RowValue::compare;
    var directed = order.direction() == Order.Direction.ASCENDING ? values : values.reversed();
    Comparator<@Nullable Object> all =
        order.nulls() == Order.Nulls.FIRST
            ? Comparator.nullsFirst(directed)
            : Comparator.nullsLast(directed);
    return (one, other) -> all.compare(value.of(one), value.of(other));
  }

  /**
   * A column's value in a form that equals another where a database finds them equal; one that no
   * column holds is itself.
   */
  @SuppressWarnings("unchecked") // a column has values of its own type alone
  public static <V> @Nullable Object stored(Column<?, V> column, @Nullable Object value) {
    var type = column.type();
    return value == null || !Storable.holds(type, (V) value)
        ? value
        : RowValue.stored(type, Storable.normal(type, (V) value));
  }
}
