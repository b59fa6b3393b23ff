package dev.covet.data.query;

import dev.covet.data.type.SqlType;
import java.math.BigDecimal;

/**
 * A value that the database makes of others; made by methods of columns and by {@code Expressions}.
 *
 * @param <T> the table's record
 * @param <V> the type of the value, boxed
 */
public sealed interface Computed<T, V> extends Expression<T, V> {
  /** How it is made. */
  Formula<T> formula();

  @Override
  default boolean mayBeNull() {
    return formula().mayBeNull();
  }

  /** A value of any type. */
  record OfValue<T, V>(Formula<T> formula, SqlType<V> type) implements Computed<T, V> {}

  /** A text. */
  record OfText<T>(Formula<T> formula) implements Computed<T, String>, TextExpression<T> {
    @Override
    public SqlType<String> type() {
      return SqlType.TEXT;
    }
  }

  /** A whole number. */
  record OfLong<T>(Formula<T> formula) implements Computed<T, Long>, LongExpression<T> {
    @Override
    public SqlType<Long> type() {
      return SqlType.LONG;
    }
  }

  /** A floating-point number. */
  record OfDouble<T>(Formula<T> formula) implements Computed<T, Double>, DoubleExpression<T> {
    @Override
    public SqlType<Double> type() {
      return SqlType.DOUBLE;
    }
  }

  /** An exact number. */
  record OfDecimal<T>(Formula<T> formula, SqlType<BigDecimal> type)
      implements Computed<T, BigDecimal>, DecimalExpression<T> {}
}
