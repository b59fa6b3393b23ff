package dev.covet.data.query;

import dev.covet.data.type.Comparison;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A total order of rows, and the rows behind one of them. Immutable.
 *
 * @param <T> the table's record
 */
public final class Keyset<T> {
  private final List<Order<T>> orders;

  private Keyset(List<Order<T>> orders) {
    this.orders = List.copyOf(orders);
  }

  /**
   * The order that rows are asked for in, by the key in the end.
   *
   * @throws IllegalArgumentException if it would show a secret, or be by JSON
   */
  public static <T> Keyset<T> of(KeyedTable<T> table, List<Order<T>> asked) {
    return new Keyset<>(
        Order.total(asked, table.keyColumns()).stream().map(Keyset::stored).toList());
  }

  private static <T> Order<T> stored(Order<T> order) {
    var type = order.formula().type();
    if (type instanceof Document<?> || isSecret(type)) {
      throw new IllegalArgumentException("Parts of a list are not sorted by a Secret, nor by JSON");
    }
    return new Order<>(Formula.unmapped(order.formula()), order.direction(), order.nulls());
  }

  private static boolean isSecret(SqlType<?> type) {
    return type.equals(SqlType.SECRET)
        || (type instanceof Mapped<?, ?> mapped && isSecret(mapped.of()));
  }

  /** The orders, of which the key is one. */
  public List<Order<T>> orders() {
    return orders;
  }

  /**
   * Rows without those up to one of them.
   *
   * @param values what that one has, for each of the orders
   */
  public Selection<T> behind(Selection<T> rows, List<? extends @Nullable Object> values) {
    return rows.where(new Condition.All<>(List.of(rows.condition(), after(values)))).offset(0);
  }

  /**
   * The rows behind one.
   *
   * @param values what that one has, for each of the orders
   */
  public Condition<T> after(List<? extends @Nullable Object> values) {
    var any = new ArrayList<Condition<T>>();
    var same = new ArrayList<Condition<T>>();
    for (var at = 0; at < orders.size(); at++) {
      var order = orders.get(at);
      var all = new ArrayList<>(same);
      all.add(beyond(order, order.formula(), values.get(at)));
      any.add(new Condition.All<>(all));
      same.add(equal(order.formula(), values.get(at)));
    }
    return new Condition.All<>(bounded(any, values.getFirst()));
  }

  /**
   * Where the first has no null, a bound of it lets the database begin at its place in an index.
   */
  private List<Condition<T>> bounded(List<Condition<T>> any, @Nullable Object first) {
    var order = orders.getFirst();
    var all = new ArrayList<Condition<T>>();
    if (any.size() > 1 && first != null && !order.formula().mayBeNull()) {
      all.add(atLeast(order, order.formula(), first));
    }
    all.add(any.size() == 1 ? any.getFirst() : new Condition.Any<>(any));
    return all;
  }

  private static boolean isAscending(Order<?> order) {
    return order.direction() == Order.Direction.ASCENDING;
  }

  @SuppressWarnings("unchecked") // the values were read by these
  private static <T, V> Condition<T> atLeast(Order<T> order, Formula<T, V> formula, Object value) {
    var comparison = isAscending(order) ? Comparison.GE : Comparison.LE;
    return new Condition.Compare<>(formula, comparison, (V) value);
  }

  @SuppressWarnings("unchecked") // the values were read by these
  private static <T, V> Condition<T> beyond(
      Order<T> order, Formula<T, V> formula, @Nullable Object value) {
    var isNullLast = order.nulls() == Order.Nulls.LAST;
    if (value == null) {
      return isNullLast ? new Condition.Any<>(List.of()) : new Condition.Present<>(formula);
    }
    var comparison = isAscending(order) ? Comparison.GT : Comparison.LT;
    var further = new Condition.Compare<>(formula, comparison, (V) value);
    return formula.mayBeNull() && isNullLast
        ? new Condition.Any<>(List.of(further, new Condition.Absent<>(formula)))
        : further;
  }

  @SuppressWarnings("unchecked") // the values were read by these
  private static <T, V> Condition<T> equal(Formula<T, V> formula, @Nullable Object value) {
    return value == null
        ? new Condition.Absent<>(formula)
        : new Condition.Compare<>(formula, Comparison.EQ, (V) value);
  }
}
