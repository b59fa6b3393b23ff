package dev.covet.data.query;

import dev.covet.api.Shape;

/**
 * A column of {@code double}, which also takes the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public record DoubleColumn<T>(Shape<T> shape, ColumnSpec spec) implements Column<T, Double> {
  @Override
  public SqlType<Double> type() {
    return SqlType.DOUBLE;
  }

  /** Rows that hold this value. */
  public Condition<T> eq(double value) {
    return eq((Double) value);
  }

  /** Rows that hold another value. */
  public Condition<T> ne(double value) {
    return ne((Double) value);
  }

  /** Rows that hold less. */
  public Condition<T> lt(double value) {
    return lt((Double) value);
  }

  /** Rows that hold this value or less. */
  public Condition<T> le(double value) {
    return le((Double) value);
  }

  /** Rows that hold more. */
  public Condition<T> gt(double value) {
    return gt((Double) value);
  }

  /** Rows that hold this value or more. */
  public Condition<T> ge(double value) {
    return ge((Double) value);
  }
}
