package dev.covet.data.sql;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Extent;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Picked;
import dev.covet.data.query.Selection;
import java.util.List;

/** Writes queries of some values. Not thread-safe. */
final class PickingSql {
  /** No column is called so: it is not a plain name. */
  private static final String FOUND = "\"found.value\"";

  private final SqlWriter sql;
  private final RowScope scope;
  private String name = "";

  PickingSql(SqlWriter sql, RowScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** The query. */
  <T> SqlWriter write(Selection.Picking<T> picking) {
    Picked.check(picking);
    return write(picking, picking.selection().condition());
  }

  /** The query of one value, without null: it would make an answer unknown. */
  <T> SqlWriter writeFound(Selection.Picking<T> picking) {
    Picked.check(picking);
    var value = picking.picked().getFirst();
    var asked = picking.selection().condition();
    if (!value.mayBeNull()) return write(picking, asked);
    if (!picking.selection().isLimited() && !Picked.isGrouped(picking)) {
      return write(picking, new Condition.All<>(List.of(asked, new Condition.Present<>(value))));
    }
    sql.add("SELECT " + FOUND + " FROM (");
    name = " AS " + FOUND;
    return write(picking, asked).add(") AS found WHERE " + FOUND + " IS NOT NULL");
  }

  private <T> SqlWriter write(Selection.Picking<T> picking, Condition<T> condition) {
    var within = scope.aggregating();
    sql.add(picking.isDistinct() ? "SELECT DISTINCT " : "SELECT ");
    var separator = "";
    for (var picked : picking.picked()) {
      sql.add(separator).read(within, picked).add(name);
      separator = ",";
    }
    sql.add(" FROM ").rows(scope.table()).where(scope, condition);
    separator = " GROUP BY ";
    for (var group : picking.groups()) {
      sql.add(separator).add(positioned(picking, group));
      separator = ",";
    }
    sql.conditions(" HAVING ", within, picking.having());
    return ordered(picking);
  }

  private <T> SqlWriter ordered(Selection.Picking<T> picking) {
    var separator = " ORDER BY ";
    for (var order : Picked.orders(picking)) {
      sql.add(separator).add(positioned(picking, order.formula())).add(SqlWriter.direction(order));
      separator = ",";
    }
    return sql.limit(picking.selection());
  }

  /**
   * What is worked out with values is named by its place among what is picked: with a placeholder
   * of its own, it would be another value for the database.
   */
  private <T> String positioned(Selection.Picking<T> picking, Formula<T, ?> formula) {
    var at = formula instanceof Formula.OfColumn<?, ?> ? -1 : picking.picked().indexOf(formula);
    return at < 0 || Extent.of(formula).parametersMax() == 0
        ? FormulaSql.of(sql, scope.aggregating(), formula)
        : Integer.toString(at + 1);
  }
}
