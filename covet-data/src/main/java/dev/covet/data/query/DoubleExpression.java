package dev.covet.data.query;

import dev.covet.data.type.SqlType;

/**
 * A floating-point number of each row; it is also compared with the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public sealed interface DoubleExpression<T> extends NumberExpression<T, Double>
    permits DoubleColumn, Computed.OfDouble {
  /** Rows that have this value. */
  default Condition<T> eq(double value) {
    return eq((Double) value);
  }

  /** Rows that have another value. */
  default Condition<T> ne(double value) {
    return ne((Double) value);
  }

  /** Rows that have less. */
  default Condition<T> lt(double value) {
    return lt((Double) value);
  }

  /** Rows that have this value or less. */
  default Condition<T> le(double value) {
    return le((Double) value);
  }

  /** Rows that have more. */
  default Condition<T> gt(double value) {
    return gt((Double) value);
  }

  /** Rows that have this value or more. */
  default Condition<T> ge(double value) {
    return ge((Double) value);
  }

  /**
   * This and so much more.
   *
   * @throws IllegalArgumentException if the value is no finite number
   */
  default DoubleExpression<T> plus(double value) {
    return new Computed.OfDouble<>(
        Formula.of(SqlOperation.PLUS, this, new Literal<>(SqlType.DOUBLE, value)));
  }

  /** The sum of both. */
  default DoubleExpression<T> plus(DoubleExpression<T> other) {
    return new Computed.OfDouble<>(Formula.of(SqlOperation.PLUS, this, other));
  }

  /**
   * This without so much.
   *
   * @throws IllegalArgumentException if the value is no finite number
   */
  default DoubleExpression<T> minus(double value) {
    return new Computed.OfDouble<>(
        Formula.of(SqlOperation.MINUS, this, new Literal<>(SqlType.DOUBLE, value)));
  }

  /** This without the other. */
  default DoubleExpression<T> minus(DoubleExpression<T> other) {
    return new Computed.OfDouble<>(Formula.of(SqlOperation.MINUS, this, other));
  }

  /**
   * This so many times.
   *
   * @throws IllegalArgumentException if the value is no finite number
   */
  default DoubleExpression<T> times(double value) {
    return new Computed.OfDouble<>(
        Formula.of(SqlOperation.TIMES, this, new Literal<>(SqlType.DOUBLE, value)));
  }

  /** The product of both. */
  default DoubleExpression<T> times(DoubleExpression<T> other) {
    return new Computed.OfDouble<>(Formula.of(SqlOperation.TIMES, this, other));
  }

  /**
   * This divided.
   *
   * @throws IllegalArgumentException if the value is 0 or no finite number
   */
  default DoubleExpression<T> dividedBy(double value) {
    return new Computed.OfDouble<>(
        Formula.of(SqlOperation.DIVIDE, this, new Literal<>(SqlType.DOUBLE, notZero(value))));
  }

  /** This divided; null where the other is 0. */
  default DoubleExpression<T> dividedBy(DoubleExpression<T> other) {
    return new Computed.OfDouble<>(Formula.quotient(SqlOperation.DIVIDE, this, other));
  }
}
