package dev.covet.data.query;

/**
 * A whole number of each row. What is made of it has 64 bits; what is beyond those is refused by
 * PostgreSQL and inexact on SQLite.
 *
 * @param <T> the table's record
 * @param <V> the type of the number, boxed
 */
public sealed interface WholeExpression<T, V> extends NumberExpression<T, V>
    permits WholeColumn, LongExpression {
  /** This and so much more. */
  default LongExpression<T> plus(long value) {
    return new Computed.OfLong<>(
        Formula.of(SqlOperation.PLUS, this, new Literal<>(SqlType.LONG, value)));
  }

  /** This without so much. */
  default LongExpression<T> minus(long value) {
    return new Computed.OfLong<>(
        Formula.of(SqlOperation.MINUS, this, new Literal<>(SqlType.LONG, value)));
  }

  /** This so many times. */
  default LongExpression<T> times(long value) {
    return new Computed.OfLong<>(
        Formula.of(SqlOperation.TIMES, this, new Literal<>(SqlType.LONG, value)));
  }

  /** The sum of both. */
  default LongExpression<T> plus(WholeExpression<T, ?> other) {
    return new Computed.OfLong<>(Formula.of(SqlOperation.PLUS, this, other));
  }

  /** This without the other. */
  default LongExpression<T> minus(WholeExpression<T, ?> other) {
    return new Computed.OfLong<>(Formula.of(SqlOperation.MINUS, this, other));
  }

  /** The product of both. */
  default LongExpression<T> times(WholeExpression<T, ?> other) {
    return new Computed.OfLong<>(Formula.of(SqlOperation.TIMES, this, other));
  }
}
