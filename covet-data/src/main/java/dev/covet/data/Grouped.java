package dev.covet.data;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Expression;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Order;
import dev.covet.data.query.Selection;
import dev.covet.data.table.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of rows that have something in common, until values of them are selected. Immutable.
 *
 * @param <T> the table's record
 */
public final class Grouped<T> implements Selecting<T> {
  private final RowQueries queries;
  private final Mapping<T, ?> table;
  private final Selection.Picking<T> picking;

  private Grouped(RowQueries queries, Mapping<T, ?> table, Selection.Picking<T> picking) {
    this.queries = queries;
    this.table = table;
    this.picking = picking;
  }

  static <T> Grouped<T> of(
      RowQueries queries,
      Mapping<T, ?> table,
      Selection<T> query,
      List<? extends Formula<T, ?>> groups) {
    return new Grouped<>(
        queries,
        table,
        new Selection.Picking<>(
            table, List.of(), List.copyOf(groups), new Condition.Open<>(), false, query));
  }

  /** Only groups that fulfil all of these: {@code having(count().gt(1))}. */
  @SafeVarargs
  public final Grouped<T> having(Condition<? super T>... conditions) {
    var all = new ArrayList<Condition<T>>();
    all.add(picking.having());
    for (var condition : conditions) all.add(own(condition));
    return new Grouped<>(queries, table, picking.having(new Condition.All<>(all)));
  }

  /** Sorted by the first, where that is equal by the second: {@code orderBy(count().desc())}. */
  @SafeVarargs
  public final Grouped<T> orderBy(Order<? super T>... orders) {
    var all = new ArrayList<Order<T>>();
    for (var order : orders) all.add(own(order));
    return new Grouped<>(queries, table, picking.with(picking.selection().orderBy(all)));
  }

  /** {@code count()} is one of any table; a column of another is refused with the statement. */
  @SuppressWarnings("unchecked") // nothing of the table's record is in it
  private static <T> Condition<T> own(Condition<? super T> condition) {
    return (Condition<T>) condition;
  }

  @SuppressWarnings("unchecked") // nothing of the table's record is in it
  private static <T> Order<T> own(Order<? super T> order) {
    return (Order<T>) order;
  }

  @Override
  public Selected<T> selecting(List<? extends Expression<T, ?>> values) {
    var picked = new ArrayList<Formula<T, ?>>();
    values.forEach(value -> picked.add(value.formula()));
    return new Selected<>(queries, table, picking.picked(picked));
  }
}
