package dev.covet.data.query;

import dev.covet.api.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    return new Condition.Has<>(this, json(element));
  }

  /** A list of one element, as it is stored. */
  String json(E element) {
    return json(type, List.of(element));
  }

  /** The list of a row in memory. */
  @SuppressWarnings("unchecked") // the column has lists of these elements
  @Nullable List<E> held(@Nullable Object[] row) {
    return (List<E>) row[index()];
  }

  private static <V> String json(SqlType<V> type, V value) {
    if (type instanceof Document<V> document) {
      return document.stored(value).json();
    }
    throw new IllegalArgumentException("A list is stored as JSON");
  }
}
