package dev.covet.data.query;

import dev.covet.api.Shape;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
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

  /**
   * A list of one element, as it is stored; nothing for an element that no list can hold, such as a
   * moment between two microseconds.
   */
  public String json(E element) {
    if (!(type instanceof Document<List<E>> document)) {
      throw new IllegalArgumentException("A list is stored as JSON");
    }
    var stored = document.stored(List.of(element));
    var kept = stored.value();
    return kept == null || isOther(element, kept.getFirst()) ? "" : stored.json();
  }

  /** The list of a row in memory. */
  @SuppressWarnings("unchecked") // the column has lists of these elements
  public @Nullable List<E> held(@Nullable Object[] row) {
    return (List<E>) row[index()];
  }

  @SuppressWarnings("unchecked") // both are of the type of the elements
  private static <E> boolean isOther(E element, E kept) {
    return element instanceof Comparable<?> value && ((Comparable<E>) value).compareTo(kept) != 0;
  }
}
