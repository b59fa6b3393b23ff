package dev.covet.data.table;

import dev.covet.api.Changes.Assignment;
import dev.covet.api.Changes.Shape;
import dev.covet.data.query.LongExpression;
import dev.covet.data.query.WholeExpression;
import dev.covet.data.type.SqlType;

/**
 * A column of {@code long}, which also takes the primitive: {@code eq(1)}.
 *
 * @param <T> the table's record
 */
public record LongColumn<T>(Shape<T> shape, ColumnSpec spec)
    implements Column<T, Long>, LongExpression<T> {
  @Override
  public SqlType<Long> type() {
    return SqlType.LONG;
  }

  /** Sets this to what is worked out of the row as it was: {@code age.setTo(age.plus(1))}. */
  public Assignment<T> setTo(WholeExpression<T, ?> value) {
    return new Assignment<>(this, value.formula());
  }

  /** As {@link #setTo(WholeExpression)}; both others would fit. */
  public Assignment<T> setTo(LongExpression<T> value) {
    return new Assignment<>(this, value.formula());
  }
}
