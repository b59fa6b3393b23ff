package dev.covet.data.query;

import dev.covet.data.type.SqlType;

/**
 * A floating-point number of each row; it is also compared with the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public interface DoubleExpression<T> extends NumberExpression<T, Double> {
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
    return with(SqlOperation.PLUS, value);
  }

  /** The sum of both. */
  default DoubleExpression<T> plus(DoubleExpression<T> other) {
    return with(SqlOperation.PLUS, other.formula());
  }

  /**
   * This without so much.
   *
   * @throws IllegalArgumentException if the value is no finite number
   */
  default DoubleExpression<T> minus(double value) {
    return with(SqlOperation.MINUS, value);
  }

  /** This without the other. */
  default DoubleExpression<T> minus(DoubleExpression<T> other) {
    return with(SqlOperation.MINUS, other.formula());
  }

  /**
   * This so many times.
   *
   * @throws IllegalArgumentException if the value is no finite number
   */
  default DoubleExpression<T> times(double value) {
    return with(SqlOperation.TIMES, value);
  }

  /** The product of both. */
  default DoubleExpression<T> times(DoubleExpression<T> other) {
    return with(SqlOperation.TIMES, other.formula());
  }

  /**
   * This divided.
   *
   * @throws IllegalArgumentException if the value is 0 or no finite number
   */
  default DoubleExpression<T> dividedBy(double value) {
    return with(SqlOperation.DIVIDE, notZero(value));
  }

  /** This divided; null where the other is 0. */
  default DoubleExpression<T> dividedBy(DoubleExpression<T> other) {
    return new Made<>(
        Formula.quotient(SqlType.DOUBLE, SqlOperation.DIVIDE, formula(), other.formula()));
  }

  private DoubleExpression<T> with(SqlOperation operation, double value) {
    return with(operation, new Formula.Literal<>(SqlType.DOUBLE, value));
  }

  private DoubleExpression<T> with(SqlOperation operation, Formula<T, Double> other) {
    return new Made<>(Formula.of(SqlType.DOUBLE, operation, formula(), other));
  }

  /** One that is made of others. */
  record Made<T>(Formula<T, Double> formula) implements DoubleExpression<T> {}
}
