package dev.covet.data.query;

/**
 * A number of each row, which can be calculated with.
 *
 * @param <T> the table's record
 * @param <V> the type of the number, boxed
 */
public interface NumberExpression<T, V> extends Expression<T, V> {
  /** A number that something is divided by. */
  default <N extends Number> N notZero(N number) {
    if (number.doubleValue() == 0) throw new IllegalArgumentException("Nothing is divided by 0");
    return number;
  }
}
