package dev.covet.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows sorted by a value; made by {@code HERO.name.asc()}.
 *
 * @param <T> the table's record
 * @param nulls where the rows stand that have null there
 */
public record Order<T>(Formula<T, ?> formula, Direction direction, Nulls nulls) {
  /** Which end comes first. */
  public enum Direction {
    /** Smallest first. */
    ASCENDING,
    /** Largest first. */
    DESCENDING
  }

  /** Where null stands. */
  public enum Nulls {
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
  }

  /** Null as the largest: last when ascending, first when descending. */
  static <T> Order<T> of(Formula<T, ?> formula, Direction direction) {
    return new Order<>(
        formula, direction, direction == Direction.ASCENDING ? Nulls.LAST : Nulls.FIRST);
  }

  /** This, and null before all values. */
  public Order<T> nullsFirst() {
    return new Order<>(formula, direction, Nulls.FIRST);
  }

  /** This, and null after all values. */
  public Order<T> nullsLast() {
    return new Order<>(formula, direction, Nulls.LAST);
  }

  /** Whether it is the order of a value; columns are known by their places, which is quicker. */
  private boolean isOf(Formula<T, ?> other) {
    return (formula instanceof Formula.OfColumn<T, ?> column
            && other instanceof Formula.OfColumn<T, ?> another)
        ? column.index() == another.index()
        : formula.equals(other);
  }

  /**
   * These, and by others in the end as far as they do not say it, in the direction of the last one.
   *
   * @param last what tells rows apart: their key, for example
   */
  public static <T> List<Order<T>> total(List<Order<T>> asked, List<? extends Formula<T, ?>> last) {
    var total = new ArrayList<>(asked);
    var direction = asked.isEmpty() ? Direction.ASCENDING : asked.getLast().direction();
    for (var each : last) {
      if (asked.stream().noneMatch(it -> it.isOf(each))) total.add(of(each, direction));
    }
    return total;
  }
}
