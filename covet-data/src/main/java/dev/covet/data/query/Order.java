package dev.covet.data.query;

/**
 * Rows sorted by a value; made by {@code HERO.name.asc()}.
 *
 * @param <T> the table's record
 * @param nulls where the rows stand that have null there
 */
public record Order<T>(Expression<T, ?> expression, Direction direction, Nulls nulls) {
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
  static <T> Order<T> of(Expression<T, ?> expression, Direction direction) {
    return new Order<>(
        expression, direction, direction == Direction.ASCENDING ? Nulls.LAST : Nulls.FIRST);
  }

  /** This, and null before all values. */
  public Order<T> nullsFirst() {
    return new Order<>(expression, direction, Nulls.FIRST);
  }

  /** This, and null after all values. */
  public Order<T> nullsLast() {
    return new Order<>(expression, direction, Nulls.LAST);
  }

  boolean isOfKey() {
    return expression instanceof Column<?, ?> column && column.spec().isKey();
  }
}
