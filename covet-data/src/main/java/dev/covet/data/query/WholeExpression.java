package dev.covet.data.query;

import dev.covet.data.type.SqlType;

/**
 * A whole number of each row. What is made of it has 64 bits; what is beyond those is refused by
 * PostgreSQL and inexact on SQLite.
 *
 * @param <T> the table's record
 * @param <V> the type of the number, boxed
 */
public interface WholeExpression<T, V> extends NumberExpression<T, V> {
  /** This and so much more. */
  default LongExpression<T> plus(long value) {
    return LongExpression.of(
        SqlOperation.PLUS, formula(), new Formula.Literal<>(SqlType.LONG, value));
  }

  /** This without so much. */
  default LongExpression<T> minus(long value) {
    return LongExpression.of(
        SqlOperation.MINUS, formula(), new Formula.Literal<>(SqlType.LONG, value));
  }

  /** This so many times. */
  default LongExpression<T> times(long value) {
    return LongExpression.of(
        SqlOperation.TIMES, formula(), new Formula.Literal<>(SqlType.LONG, value));
  }

  /**
   * This divided, towards zero: 7 by -2 is -3.
   *
   * @throws IllegalArgumentException if the value is 0
   */
  default LongExpression<T> dividedBy(long value) {
    return LongExpression.of(
        SqlOperation.DIVIDE, formula(), new Formula.Literal<>(SqlType.LONG, notZero(value)));
  }

  /**
   * What is left when this is divided, with its sign: -7 by 2 leaves -1.
   *
   * @throws IllegalArgumentException if the value is 0
   */
  default LongExpression<T> modulo(long value) {
    return LongExpression.of(
        SqlOperation.MODULO, formula(), new Formula.Literal<>(SqlType.LONG, notZero(value)));
  }

  /** This divided, towards zero; null where the other is 0. */
  default LongExpression<T> dividedBy(WholeExpression<T, ?> other) {
    return new LongExpression.Made<>(
        Formula.quotient(SqlType.LONG, SqlOperation.DIVIDE, formula(), other.formula()));
  }

  /** What is left when this is divided, with its sign; null where the other is 0. */
  default LongExpression<T> modulo(WholeExpression<T, ?> other) {
    return new LongExpression.Made<>(
        Formula.quotient(SqlType.LONG, SqlOperation.MODULO, formula(), other.formula()));
  }

  /** The sum of both. */
  default LongExpression<T> plus(WholeExpression<T, ?> other) {
    return LongExpression.of(SqlOperation.PLUS, formula(), other.formula());
  }

  /** This without the other. */
  default LongExpression<T> minus(WholeExpression<T, ?> other) {
    return LongExpression.of(SqlOperation.MINUS, formula(), other.formula());
  }

  /** The product of both. */
  default LongExpression<T> times(WholeExpression<T, ?> other) {
    return LongExpression.of(SqlOperation.TIMES, formula(), other.formula());
  }
}
