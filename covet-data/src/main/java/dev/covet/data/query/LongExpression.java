package dev.covet.data.query;

import dev.covet.data.type.SqlType;

/**
 * A whole number of 64 bits of each row; it is also compared with the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public interface LongExpression<T> extends WholeExpression<T, Long> {
  /** Rows that have this value. */
  default Condition<T> eq(long value) {
    return eq((Long) value);
  }

  /** Rows that have another value. */
  default Condition<T> ne(long value) {
    return ne((Long) value);
  }

  /** Rows that have less. */
  default Condition<T> lt(long value) {
    return lt((Long) value);
  }

  /** Rows that have this value or less. */
  default Condition<T> le(long value) {
    return le((Long) value);
  }

  /** Rows that have more. */
  default Condition<T> gt(long value) {
    return gt((Long) value);
  }

  /** Rows that have this value or more. */
  default Condition<T> ge(long value) {
    return ge((Long) value);
  }

  /** An operation on one value. */
  static <T> LongExpression<T> of(SqlOperation operation, Formula<T, ?> operand) {
    return new Made<>(Formula.of(SqlType.LONG, operation, operand));
  }

  /** An operation on two values. */
  static <T> LongExpression<T> of(
      SqlOperation operation, Formula<T, ?> first, Formula<T, ?> second) {
    return new Made<>(Formula.of(SqlType.LONG, operation, first, second));
  }

  /** One that is made of others. */
  record Made<T>(Formula<T, Long> formula) implements LongExpression<T> {}
}
