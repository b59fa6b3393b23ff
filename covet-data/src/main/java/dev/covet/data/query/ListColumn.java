package dev.covet.data.query;

import dev.covet.api.Shape;
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
    return new Condition.Has<>(this, json(type, List.of(element)));
  }

  private static <V> String json(SqlType<V> type, V value) {
    if (type instanceof Document<V> document) {
      return document.stored(value).json();
    }
    throw new IllegalArgumentException("A list is stored as JSON");
  }
}
