package dev.covet.data.table;

import dev.covet.api.Changes.Field;
import dev.covet.api.Changes.Shape;
import dev.covet.api.Secret;
import dev.covet.data.query.Condition;
import dev.covet.data.type.SqlType;

/**
 * A column of what is shown to nobody. Rows are found by the whole of a value, and nothing else is
 * asked of it: no order, range or part, by which it could be guessed, and no value that is read
 * without its row.
 *
 * @param column the column itself
 * @param <T> the table's record
 */
public record SecretColumn<T>(Column<T, Secret> column) implements Field<T, Secret> {
  /** A column, as generated tables make one. */
  public SecretColumn(Shape<T> shape, ColumnSpec spec) {
    this(new ValueColumn<>(shape, spec, SqlType.SECRET));
  }

  @Override
  public String name() {
    return column.name();
  }

  @Override
  public int index() {
    return column.index();
  }

  @Override
  public Shape<T> shape() {
    return column.shape();
  }

  /** Equal to a value. */
  public Condition<T> eq(Secret value) {
    return column.eq(value);
  }
}
