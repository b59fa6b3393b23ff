package dev.covet.data.query;

/**
 * A whole number of 64 bits of each row; it is also compared with the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public sealed interface LongExpression<T> extends WholeExpression<T, Long>
    permits LongColumn, Computed.OfLong {
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
}
