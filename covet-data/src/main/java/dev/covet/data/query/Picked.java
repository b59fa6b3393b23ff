package dev.covet.data.query;

import java.util.List;

/** What can be picked with what. */
public final class Picked {
  private Picked() {}

  /** Whether a value is one of several rows. */
  public static boolean isAggregate(Expression<?, ?> expression) {
    return expression instanceof Computed<?, ?> computed
        && computed.formula() instanceof Formula.Call<?>(var operation, var operands)
        && (operation.isAggregate() || operands.stream().anyMatch(Picked::isAggregate));
  }

  /** Whether the rows become one, or one for each group. */
  public static boolean isGrouped(Picking<?> picking) {
    return !picking.groups().isEmpty() || picking.picked().stream().anyMatch(Picked::isAggregate);
  }

  /**
   * Refuses values that differ among the rows of a group: which one is meant?
   *
   * @throws IllegalArgumentException in words
   */
  public static void check(Picking<?> picking) {
    if (!isGrouped(picking)) {
      return;
    }
    for (var picked : picking.picked()) {
      check(picking, picked);
    }
    for (var order : picking.selection().orders()) {
      check(picking, order.expression());
    }
  }

  private static void check(Picking<?> picking, Expression<?, ?> expression) {
    if (picking.groups().contains(expression)) {
      return;
    }
    switch (expression) {
      case Column<?, ?> column ->
          throw new IllegalArgumentException(
              "\"%s\" may differ among the rows of a group: name it in groupBy(...), or take"
                      .formatted(column.name())
                  + " min, max, sum, avg or count of it");
      case Literal<?, ?> _ -> {}
      case Unmapped<?, ?> stored -> check(picking, stored.of());
      case Computed<?, ?> computed -> check(picking, computed.formula());
    }
  }

  private static void check(Picking<?> picking, Formula<?> formula) {
    switch (formula) {
      case Formula.Related<?>(var reference, var _, var _) -> check(picking, reference);
      case Formula.Found<?>(var rows, var _) -> check(picking, rows.of());
      case Formula.Outer<?> _ -> {}
      case Formula.Holds<?> _ ->
          throw new IllegalArgumentException(
              "is(...) may differ among the rows of a group: name it in groupBy(...)");
      case Formula.Call<?>(var operation, var operands) when !operation.isAggregate() ->
          operands.forEach(it -> check(picking, it));
      case Formula.Call<?> _ -> {}
    }
  }

  /**
   * The orders, and where not all rows are asked for what tells them apart in the end: the key, the
   * groups, or all that is picked.
   *
   * @throws IllegalArgumentException if distinct rows would be in the order of what is not picked
   */
  public static <T> List<Order<T>> orders(Picking<T> picking) {
    var asked = picking.selection().orders();
    if (picking.isDistinct()) {
      asked.forEach(it -> refuse(picking, it));
    }
    return picking.selection().isLimited() ? Order.total(asked, last(picking)) : asked;
  }

  private static <T> List<? extends Expression<T, ?>> last(Picking<T> picking) {
    if (picking.isDistinct()) {
      return picking.picked();
    }
    return isGrouped(picking) ? picking.groups() : picking.table().key().keyColumns();
  }

  private static void refuse(Picking<?> picking, Order<?> order) {
    if (!picking.picked().contains(order.expression())) {
      throw new IllegalArgumentException(
          "Rows that are distinct can be sorted by what is selected alone");
    }
  }
}
