package dev.covet.data.query;

import java.util.List;

/** What can be picked with what. */
public final class Picked {
  private Picked() {}

  /** Whether the rows become one, or one for each group. */
  public static boolean isGrouped(Selection.Picking<?> picking) {
    return !picking.groups().isEmpty() || picking.picked().stream().anyMatch(Formula::isAggregate);
  }

  /**
   * Refuses values that differ among the rows of a group: which one is meant?
   *
   * @throws IllegalArgumentException in words
   */
  public static void check(Selection.Picking<?> picking) {
    if (!isGrouped(picking)) return;
    for (var picked : picking.picked()) check(picking, picked);
    for (var order : picking.selection().orders()) check(picking, order.formula());
  }

  private static void check(Selection.Picking<?> picking, Formula<?, ?> formula) {
    if (picking.groups().contains(formula)) return;
    switch (formula) {
      case Formula.OfColumn<?, ?> column ->
          throw new IllegalArgumentException(
              "\"%s\" may differ among the rows of a group: name it in groupBy(...), or take"
                      .formatted(column.name())
                  + " min, max, sum, avg or count of it");
      case Formula.Literal<?, ?> _, Formula.Outer<?, ?> _ -> {}
      case Formula.Unmapped<?, ?> stored -> check(picking, stored.of());
      case Formula.Related<?, ?>(var reference, var _, var _) -> check(picking, reference);
      case Formula.Found<?, ?>(var rows, var _) -> check(picking, rows.of());
      case Formula.Holds<?> _ ->
          throw new IllegalArgumentException(
              "is(...) may differ among the rows of a group: name it in groupBy(...)");
      case Formula.Call<?, ?>(var _, var operation, var operands) when !operation.isAggregate() ->
          operands.forEach(it -> check(picking, it));
      case Formula.Call<?, ?> _ -> {}
    }
  }

  /**
   * The orders, and where not all rows are asked for what tells them apart in the end: the key, the
   * groups, or all that is picked.
   *
   * @throws IllegalArgumentException if distinct rows would be in the order of what is not picked
   */
  public static <T> List<Order<T>> orders(Selection.Picking<T> picking) {
    var asked = picking.selection().orders();
    if (picking.isDistinct()) asked.forEach(it -> refuse(picking, it));
    return picking.selection().isLimited() ? Order.total(asked, last(picking)) : asked;
  }

  private static <T> List<? extends Formula<T, ?>> last(Selection.Picking<T> picking) {
    if (picking.isDistinct()) return picking.picked();
    return isGrouped(picking) ? picking.groups() : picking.table().keyColumns();
  }

  private static void refuse(Selection.Picking<?> picking, Order<?> order) {
    if (!picking.picked().contains(order.formula())) {
      throw new IllegalArgumentException(
          "Rows that are distinct can be sorted by what is selected alone");
    }
  }
}
