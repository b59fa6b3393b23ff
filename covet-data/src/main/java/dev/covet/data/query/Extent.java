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
  static Extent of(Condition<?> condition) {
    return new Extent(listedMax(condition), parametersMax(condition), depth(condition));
  }

  static Extent of(Picking<?> picking) {
    return new Extent(listedMax(picking), parametersMax(picking), depth(picking));
  }

  private static <T> int listedMax(Condition<T> condition) {
    return switch (condition) {
      case Condition.Among<T, ?> among -> among.values().size();
      case Condition.AmongFound<T>(var _, var found) -> listedMax(found);
      case Condition.Refers<T, ?>(var _, var _, var of) -> listedMax(of);
      case Condition.Not<T>(var of) -> listedMax(of);
      case Condition.All<T>(var of) -> listedMax(of);
      case Condition.Any<T>(var of) -> listedMax(of);
      case Condition.Compare<T, ?> _,
          Condition.CompareTwo<T, ?> _,
          Condition.Matching<T> _,
          Condition.Has<T> _,
          Condition.Absent<T> _,
          Condition.Present<T> _,
          Condition.Open<T> _ ->
          0;
    };
  }

  private static <T> int listedMax(List<Condition<T>> conditions) {
    var max = 0;
    for (var condition : conditions) {
      max = Math.max(max, listedMax(condition));
    }
    return max;
  }

  private static <T> int listedMax(Picking<T> picking) {
    return Math.max(listedMax(picking.selection().condition()), listedMax(picking.having()));
  }

  private static <T> int parametersMax(Condition<T> condition) {
    return switch (condition) {
      case Condition.Compare<T, ?>(var of, var _, var _) -> 1 + parameters(of);
      case Condition.CompareTwo<T, ?>(var of, var _, var other) ->
          parameters(of) + parameters(other);
      case Condition.Among<T, ?>(var of, var values) ->
          Condition.Among.room(values.size()) + parameters(of);
      case Condition.AmongFound<T>(var of, var found) -> parameters(of) + parametersMax(found);
      case Condition.Refers<T, ?>(var _, var _, var of) -> parametersMax(of);
      case Condition.Matching<T>(var of, var _, var _) -> 2 + parameters(of);
      case Condition.Has<T> _ -> 1;
      case Condition.Absent<T>(var of) -> parameters(of);
      case Condition.Present<T>(var of) -> parameters(of);
      case Condition.Not<T>(var of) -> parametersMax(of);
      case Condition.All<T>(var of) -> parametersMax(of);
      case Condition.Any<T>(var of) -> parametersMax(of);
      case Condition.Open<T> _ -> 0;
    };
  }

  private static <T> int parametersMax(List<Condition<T>> conditions) {
    var sum = 0;
    for (var condition : conditions) {
      sum += parametersMax(condition);
    }
    return sum;
  }

  /** Offset and limit are counted whether they are there or not. */
  private static <T> int parametersMax(Picking<T> picking) {
    var sum = 2 + parametersMax(picking.selection().condition()) + parametersMax(picking.having());
    for (var picked : picking.picked()) sum += parameters(picked);
    for (var group : picking.groups()) sum += parameters(group);
    for (var order : picking.selection().orders()) sum += parameters(order.expression());
    return sum;
  }

  static int parameters(Expression<?, ?> expression) {
    return switch (expression) {
      case Column<?, ?> _ -> 0;
      case Literal<?, ?> _ -> 1;
      case Unmapped<?, ?> stored -> parameters(stored.of());
      case Computed<?, ?> computed ->
          switch (computed.formula()) {
            case Formula.Related<?>(var _, var _, var of) -> parameters(of);
            case Formula.Call<?> call -> parameters(call);
          };
    };
  }

  private static <T> int parameters(Formula.Call<T> call) {
    var sum = 0;
    for (var operand : call.operands()) {
      sum += parameters(operand);
    }
    return sum;
  }

  private static <T> int depth(Condition<T> condition) {
    return switch (condition) {
      case Condition.Not<T>(var of) -> 1 + depth(of);
      case Condition.All<T>(var of) -> depth(of);
      case Condition.Any<T>(var of) -> depth(of);
      case Condition.Compare<T, ?>(var of, var _, var _) -> leaf(of);
      case Condition.CompareTwo<T, ?>(var of, var _, var other) -> Math.max(leaf(of), leaf(other));
      case Condition.Among<T, ?>(var of, var _) -> leaf(of);
      case Condition.AmongFound<T>(var of, var found) -> leaf(of) + depth(found);
      case Condition.Refers<T, ?>(var _, var _, var of) -> 1 + depth(of);
      case Condition.Matching<T>(var of, var _, var _) -> leaf(of);
      case Condition.Has<T>(var of, var _) -> 2 + leaf(of);
      case Condition.Absent<T>(var of) -> leaf(of);
      case Condition.Present<T>(var of) -> leaf(of);
      case Condition.Open<T> _ -> SqlWriter.LEAF_DEPTH;
    };
  }

  private static <T> int depth(List<Condition<T>> conditions) {
    var deepest = SqlWriter.LEAF_DEPTH;
    for (var condition : conditions) {
      deepest = Math.max(deepest, depth(condition));
    }
    var rows = conditions.size() / SqlWriter.IN_A_ROW_MAX;
    var halvings = Integer.SIZE - Integer.numberOfLeadingZeros(rows);
    return Math.min(conditions.size(), SqlWriter.IN_A_ROW_MAX) + halvings + deepest;
  }

  private static <T> int depth(Picking<T> picking) {
    return Math.max(depth(picking.selection().condition()), depth(picking.having()));
  }

  private static int leaf(Expression<?, ?> expression) {
    return SqlWriter.LEAF_DEPTH + depth(expression);
  }

  /** That of a column is 0. */
  private static int depth(Expression<?, ?> expression) {
    return switch (expression) {
      case Column<?, ?> _ -> 0;
      case Literal<?, ?> _ -> 0;
      case Unmapped<?, ?> stored -> depth(stored.of());
      case Computed<?, ?> computed ->
          switch (computed.formula()) {
            case Formula.Related<?>(var _, var _, var of) -> 2 + depth(of);
            case Formula.Call<?> call -> 1 + depth(call);
          };
    };
  }

  private static <T> int depth(Formula.Call<T> call) {
    var deepest = 0;
    for (var operand : call.operands()) {
      deepest = Math.max(deepest, depth(operand));
    }
    return deepest;
  }
}
