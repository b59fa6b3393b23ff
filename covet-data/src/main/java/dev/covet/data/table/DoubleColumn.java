package dev.covet.data.table;

import dev.covet.api.Changes.Shape;
import dev.covet.data.query.DoubleExpression;
import dev.covet.data.type.SqlType;

/**
 * A column of {@code double}, which also takes the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public record DoubleColumn<T>(Shape<T> shape, ColumnSpec spec)
    implements Column<T, Double>, DoubleExpression<T> {
  @Override
  public SqlType<Double> type() {
    return SqlType.DOUBLE;
  }
}
