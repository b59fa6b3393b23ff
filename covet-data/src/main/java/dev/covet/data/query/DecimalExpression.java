package dev.covet.data.query;

import dev.covet.data.type.SqlType;
import java.math.BigDecimal;

/**
 * An exact number of each row. What is made of it has as many digits after the point, and 18 in
 * all.
 *
 * @param <T> the table's record
 */
public interface DecimalExpression<T> extends NumberExpression<T, BigDecimal> {
  /**
   * This and so much more.
   *
   * @throws IllegalArgumentException if the value has more digits after the point than this
   */
  default DecimalExpression<T> plus(BigDecimal value) {
    return with(SqlOperation.PLUS, new Formula.Literal<>(type(), value));
  }

  /**
   * This without so much.
   *
   * @throws IllegalArgumentException if the value has more digits after the point than this
   */
  default DecimalExpression<T> minus(BigDecimal value) {
    return with(SqlOperation.MINUS, new Formula.Literal<>(type(), value));
  }

  /**
   * The sum of both.
   *
   * @throws IllegalArgumentException if the other has more digits after the point, or fewer
   */
  default DecimalExpression<T> plus(DecimalExpression<T> other) {
    return with(SqlOperation.PLUS, alike(other).formula());
  }

  /**
   * This without the other.
   *
   * @throws IllegalArgumentException if the other has more digits after the point, or fewer
   */
  default DecimalExpression<T> minus(DecimalExpression<T> other) {
    return with(SqlOperation.MINUS, alike(other).formula());
  }

  /** This so many times. */
  default DecimalExpression<T> times(long value) {
    return with(SqlOperation.TIMES, new Formula.Literal<>(SqlType.LONG, value));
  }

  /** This as many times as the other says: {@code LINE.price.times(LINE.quantity)}. */
  default DecimalExpression<T> times(WholeExpression<T, ?> other) {
    return with(SqlOperation.TIMES, other.formula());
  }

  /**
   * This divided; further digits are cut off.
   *
   * @throws IllegalArgumentException if the value is 0
   */
  default DecimalExpression<T> dividedBy(long value) {
    return with(SqlOperation.DIVIDE, new Formula.Literal<>(SqlType.LONG, notZero(value)));
  }

  /** This divided; further digits are cut off. Null where the other is 0. */
  default DecimalExpression<T> dividedBy(WholeExpression<T, ?> other) {
    return new Made<>(Formula.quotient(type(), SqlOperation.DIVIDE, formula(), other.formula()));
  }

  private DecimalExpression<T> alike(DecimalExpression<T> other) {
    if (!type().equals(other.type())) {
      throw new IllegalArgumentException(
          "Numbers with as many digits after the point are added: %s and %s differ"
              .formatted(type(), other.type()));
    }
    return other;
  }

  private DecimalExpression<T> with(SqlOperation operation, Formula<T, ?> other) {
    return new Made<>(Formula.of(type(), operation, formula(), other));
  }

  /** One that is made of others. */
  record Made<T>(Formula<T, BigDecimal> formula) implements DecimalExpression<T> {}
}
