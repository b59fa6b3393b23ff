package dev.covet.data.table;

import dev.covet.api.Changes.Shape;
import dev.covet.data.query.TextExpression;
import dev.covet.data.type.SqlType;

/**
 * A column of text.
 *
 * @param <T> the table's record
 */
public record TextColumn<T>(Shape<T> shape, ColumnSpec spec)
    implements Column<T, String>, TextExpression<T> {
  @Override
  public SqlType<String> type() {
    return SqlType.TEXT;
  }
}
