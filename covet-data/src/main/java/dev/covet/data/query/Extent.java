package dev.covet.data.query;

import java.util.List;

/**
 * How much of a database a condition or a query takes, at most.
 *
 * @param listedMax most values that one {@code in} has; 0 for none
 * @param parametersMax most placeholders
 * @param depth how deep the database's expression is
 */
public record Extent(int listedMax, int parametersMax, int depth) {
  /**
   * Most conditions that are written in a row; more are written as two halves, since for a database
   * each in a row is one level deeper than the next.
   */
  public static final int IN_A_ROW_MAX = 16;

  /** The depth of the deepest condition of one column, with the functions in it. */
  static final int LEAF_DEPTH = 4;

  private static final Extent NONE = new Extent(0, 0, 0);

  /** How much a condition takes. */
  public static Extent of(Condition<?> condition) {
    return switch (condition) {
      case Condition.Compare<?, ?>(var of, var _, var _) -> leaf(of).withParameters(1);
      case Condition.CompareTwo<?, ?>(var of, var _, var other) -> leaf(of).and(leaf(other));
      case Condition.Among<?, ?>(var of, var values) ->
          leaf(of).and(new Extent(values.size(), Condition.Among.room(values.size()), 0));
      case Condition.AmongFound<?>(var of, var found) -> of(found).around(leaf(of));
      case Condition.Refers<?, ?>(var _, var _, var of) -> of(of).deeper(1);
      case Condition.Exists<?>(var rows) -> of(rows.asked()).deeper(2);
      case Condition.Matching<?>(var of, var _, var _) -> leaf(of).withParameters(2);
      case Condition.Has<?, ?>(var of, var _) -> leaf(of).withParameters(1).deeper(2);
      case Condition.Absent<?>(var of) -> leaf(of);
      case Condition.Present<?>(var of) -> leaf(of);
      case Condition.Not<?>(var of) -> of(of).deeper(1);
      case Condition.All<?>(var of) -> of(of);
      case Condition.Any<?>(var of) -> of(of);
      case Condition.Open<?> _ -> NONE.deeper(LEAF_DEPTH);
    };
  }

  /** A condition beside values that are read. */
  public static Extent of(Condition<?> condition, List<? extends Formula<?, ?>> read) {
    var all = of(condition);
    for (var value : read) all = all.and(leaf(value));
    return all;
  }

  private static Extent of(List<? extends Condition<?>> conditions) {
    var all = NONE.deeper(LEAF_DEPTH);
    for (var condition : conditions) all = all.and(of(condition));
    var rows = conditions.size() / IN_A_ROW_MAX;
    var halvings = Integer.SIZE - Integer.numberOfLeadingZeros(rows);
    return all.deeper(Math.min(conditions.size(), IN_A_ROW_MAX) + halvings);
  }

  /** Offset and limit are counted whether they are there or not. */
  public static Extent of(Selection.Picking<?> picking) {
    var parameters = 2;
    for (var picked : picking.picked()) parameters += of(picked).parametersMax();
    for (var group : picking.groups()) parameters += of(group).parametersMax();
    for (var order : picking.selection().orders()) {
      parameters += of(order.formula()).parametersMax();
    }
    return of(picking.selection().condition()).and(of(picking.having())).withParameters(parameters);
  }

  private static Extent leaf(Formula<?, ?> formula) {
    return of(formula).deeper(LEAF_DEPTH);
  }

  /** The depth of a column is 0. */
  public static Extent of(Formula<?, ?> formula) {
    return switch (formula) {
      case Formula.OfColumn<?, ?> _ -> NONE;
      case Formula.Literal<?, ?> _ -> NONE.withParameters(1);
      case Formula.Unmapped<?, ?> stored -> of(stored.of());
      case Formula.Related<?, ?>(var _, var _, var of) -> of(of).deeper(2);
      case Formula.Outer<?, ?>(var of) -> of(of);
      case Formula.Found<?, ?>(var rows, var of) -> of(rows.asked()).around(of(of)).deeper(2);
      case Formula.Holds<?>(var condition) -> of(condition).deeper(1);
      case Formula.Call<?, ?> call -> of(call);
    };
  }

  private static Extent of(Formula.Call<?, ?> call) {
    var all = NONE;
    for (var operand : call.operands()) all = all.and(of(operand));
    return all.deeper(1);
  }

  /** Both beside each other. */
  private Extent and(Extent other) {
    return new Extent(
        Math.max(listedMax, other.listedMax),
        parametersMax + other.parametersMax,
        Math.max(depth, other.depth));
  }

  /** This within the other. */
  private Extent around(Extent other) {
    return withParameters(other.parametersMax).deeper(other.depth);
  }

  private Extent withParameters(int more) {
    return new Extent(listedMax, parametersMax + more, depth);
  }

  private Extent deeper(int levels) {
    return new Extent(listedMax, parametersMax, depth + levels);
  }
}
