package dev.covet.data.table;

import dev.covet.api.Changes.Assignment;
import dev.covet.api.Changes.Shape;
import dev.covet.data.query.WholeExpression;
import dev.covet.data.type.SqlType;

/**
 * A column of whole numbers of fewer than 64 bits: {@code int}, {@code short}, {@code byte}.
 *
 * @param <T> the table's record
 * @param <V> the component's type, boxed
 */
public record WholeColumn<T, V extends Number>(Shape<T> shape, ColumnSpec spec, SqlType<V> type)
    implements Column<T, V>, WholeExpression<T, V> {
  /** Sets this to what is worked out of the row as it was: {@code age.setTo(age.plus(1))}. */
  public Assignment<T> setTo(WholeExpression<T, ?> value) {
    return new Assignment<>(this, value.formula());
  }
}
