package dev.covet.data.table;

import dev.covet.api.Changes.Shape;
import dev.covet.data.query.Condition;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import java.util.List;

/**
 * A column of lists, which are stored as JSON.
 *
 * @param <T> the table's record
 * @param <E> the elements
 */
public record ListColumn<T, E>(Shape<T> shape, ColumnSpec spec, SqlType<List<E>> type)
    implements Column<T, List<E>> {
  /** Rows whose list has this element, as it stands in JSON: {@code POST.tags.has("java")}. */
  public Condition<T> has(E element) {
    return new Condition.Has<>(this, Document.ofElement(type, element));
  }
}
