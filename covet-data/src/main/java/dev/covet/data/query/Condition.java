package dev.covet.data.query;

import java.util.List;

/**
 * Which rows of a table are meant; made by its columns. Immutable.
 *
 * @param <T> the table's record
 */
public sealed interface Condition<T> {
  /** Most values that one {@code in} of it has; 0 for none. */
  default int listedMax() {
    return switch (this) {
      case Among<T, ?> among -> among.values().size();
      case Not<T>(var of) -> of.listedMax();
      case All<T>(var of) -> listedMax(of);
      case Any<T>(var of) -> listedMax(of);
      case Compare<T, ?> _, Containing<T> _, Absent<T> _, Open<T> _ -> 0;
    };
  }

  private static <T> int listedMax(List<Condition<T>> conditions) {
    var max = 0;
    for (var condition : conditions) {
      max = Math.max(max, condition.listedMax());
    }
    return max;
  }

  /** Most placeholders that it takes. */
  default int parametersMax() {
    return switch (this) {
      case Among<T, ?> among -> Among.room(among.values().size());
      case Not<T>(var of) -> of.parametersMax();
      case All<T>(var of) -> parametersMax(of);
      case Any<T>(var of) -> parametersMax(of);
      case Compare<T, ?> _, Containing<T> _ -> 1;
      case Absent<T> _, Open<T> _ -> 0;
    };
  }

  private static <T> int parametersMax(List<Condition<T>> conditions) {
    var sum = 0;
    for (var condition : conditions) {
      sum += condition.parametersMax();
    }
    return sum;
  }

  /** How deep the database's expression for it is, at most. */
  default int depth() {
    return switch (this) {
      case Not<T>(var of) -> 1 + of.depth();
      case All<T>(var of) -> depth(of);
      case Any<T>(var of) -> depth(of);
      case Compare<T, ?> _, Among<T, ?> _, Containing<T> _, Absent<T> _, Open<T> _ ->
          SqlWriter.LEAF_DEPTH;
    };
  }

  private static <T> int depth(List<Condition<T>> conditions) {
    var deepest = SqlWriter.LEAF_DEPTH;
    for (var condition : conditions) {
      deepest = Math.max(deepest, condition.depth());
    }
    var rows = conditions.size() / SqlWriter.IN_A_ROW_MAX;
    var halvings = Integer.SIZE - Integer.numberOfLeadingZeros(rows);
    return Math.min(conditions.size(), SqlWriter.IN_A_ROW_MAX) + halvings + deepest;
  }

  /** The column's value compared with another. */
  record Compare<T, V>(Column<T, V> column, Comparison comparison, V value)
      implements Condition<T> {}

  /** The column's value is one of these. */
  record Among<T, V>(Column<T, V> column, List<V> values) implements Condition<T> {
    /** Copies the values. */
    public Among {
      values = List.copyOf(values);
    }

    /**
     * A power of two, so that few texts serve all numbers of values; the last value fills it up.
     */
    static int room(int values) {
      return Math.max(1, Integer.highestOneBit(values - 1) << 1);
    }
  }

  /** The column's text has this in it. */
  record Containing<T>(Column<T, String> column, String part) implements Condition<T> {}

  /** The column holds null. */
  record Absent<T>(Column<T, ?> column) implements Condition<T> {}

  /** The condition does not hold. */
  record Not<T>(Condition<T> of) implements Condition<T> {}

  /** Every one of these holds; true for none. */
  record All<T>(List<Condition<T>> of) implements Condition<T> {
    /** Copies the conditions. */
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of these holds; false for none. */
  record Any<T>(List<Condition<T>> of) implements Condition<T> {
    /** Copies the conditions. */
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Nothing is asked: what is left of a condition without a value, dropped wherever it stands. */
  record Open<T>() implements Condition<T> {}
}
