package dev.covet.data.query;

import dev.covet.api.Shape;

/**
 * A column of {@code long}, which also takes the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public record LongColumn<T>(Shape<T> shape, ColumnSpec spec) implements Column<T, Long> {
  @Override
  public SqlType<Long> type() {
    return SqlType.LONG;
  }

  /** Rows that hold this value. */
  public Condition<T> eq(long value) {
    return eq((Long) value);
  }

  /** Rows that hold another value. */
  public Condition<T> ne(long value) {
    return ne((Long) value);
  }

  /** Rows that hold less. */
  public Condition<T> lt(long value) {
    return lt((Long) value);
  }

  /** Rows that hold this value or less. */
  public Condition<T> le(long value) {
    return le((Long) value);
  }

  /** Rows that hold more. */
  public Condition<T> gt(long value) {
    return gt((Long) value);
  }

  /** Rows that hold this value or more. */
  public Condition<T> ge(long value) {
    return ge((Long) value);
  }
}
