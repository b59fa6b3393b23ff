package dev.covet.data.query;

import dev.covet.data.type.SqlType;
import java.math.BigDecimal;

/**
 * An exact number of each row. What is made of it has as many digits after the point, and 18 in
 * all.
 *
 * @param <T> the table's record
 */
public sealed interface DecimalExpression<T> extends NumberExpression<T, BigDecimal>
    permits DecimalColumn, Computed.OfDecimal {
  /**
   * This and so much more.
   *
   * @throws IllegalArgumentException if the value has more digits after the point than this
   */
  default DecimalExpression<T> plus(BigDecimal value) {
    return new Computed.OfDecimal<>(
        Formula.of(SqlOperation.PLUS, this, new Literal<>(type(), value)), type());
  }

  /**
   * This without so much.
   *
   * @throws IllegalArgumentException if the value has more digits after the point than this
   */
  default DecimalExpression<T> minus(BigDecimal value) {
    return new Computed.OfDecimal<>(
        Formula.of(SqlOperation.MINUS, this, new Literal<>(type(), value)), type());
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException if the other has more digits after the point, or fewer
   */
  default DecimalExpression<T> plus(DecimalExpression<T> other) {
    return new Computed.OfDecimal<>(Formula.of(SqlOperation.PLUS, this, alike(other)), type());
  }

  /**
   * This without the other.
   *
   * @throws IllegalArgumentException if the other has more digits after the point, or fewer
   */
  default DecimalExpression<T> minus(DecimalExpression<T> other) {
    return new Computed.OfDecimal<>(Formula.of(SqlOperation.MINUS, this, alike(other)), type());
  }

  /** This so many times. */
  default DecimalExpression<T> times(long value) {
    return new Computed.OfDecimal<>(
        Formula.of(SqlOperation.TIMES, this, new Literal<>(SqlType.LONG, value)), type());
  }

  /** This as many times as the other says: {@code LINE.price.times(LINE.quantity)}. */
  default DecimalExpression<T> times(WholeExpression<T, ?> other) {
    return new Computed.OfDecimal<>(Formula.of(SqlOperation.TIMES, this, other), type());
  }

  /**
   * This divided; further digits are cut off.
   *
   * @throws IllegalArgumentException if the value is 0
   */
  default DecimalExpression<T> dividedBy(long value) {
    return new Computed.OfDecimal<>(
        Formula.of(SqlOperation.DIVIDE, this, new Literal<>(SqlType.LONG, notZero(value))), type());
  }

  /** This divided; further digits are cut off. Null where the other is 0. */
  default DecimalExpression<T> dividedBy(WholeExpression<T, ?> other) {
    return new Computed.OfDecimal<>(Formula.quotient(SqlOperation.DIVIDE, this, other), type());
  }

  private DecimalExpression<T> alike(DecimalExpression<T> other) {
    if (!type().equals(other.type())) {
      throw new IllegalArgumentException(
          "Numbers with as many digits after the point are added: %s and %s differ"
              .formatted(type(), other.type()));
    }
    return other;
  }
}
