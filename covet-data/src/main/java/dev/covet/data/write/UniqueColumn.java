package dev.covet.data.write;

import dev.covet.api.Changes.Field;
import dev.covet.data.query.Condition;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import org.jspecify.annotations.Nullable;

/** A column by which one row at most is found. */
public final class UniqueColumn {
  private UniqueColumn() {}

  /**
   * The column of a field.
   *
   * @throws IllegalArgumentException if several rows may have the same there
   */
  public static <T> Column<T, ?> of(Mapping<T, ?> table, Field<T, ?> field) {
    var column = table.columns().get(field.index());
    var isWholeKey = table.key() instanceof Column<?, ?> key && key.index() == column.index();
    if (!column.spec().isUnique() && !isWholeKey) {
      throw new IllegalArgumentException(
          "\"%s\" of %s is not @Unique, so it does not tell one row"
              .formatted(field.name(), table.entity()));
    }
    return column;
  }

  /**
   * The row with a value.
   *
   * @throws IllegalArgumentException if it is null, which any number of rows may hold
   */
  @SuppressWarnings("unchecked") // it was assigned to the column
  public static <T, V> Condition<T> same(Column<T, V> column, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "\"%s\" is null, which does not tell one row".formatted(column.name()));
    }
    return column.eq((V) value);
  }
}
