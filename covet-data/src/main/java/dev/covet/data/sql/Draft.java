package dev.covet.data.sql;

import dev.covet.data.table.PartValues;
import dev.covet.data.table.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A projection's record whose lists may still be empty. */
final class Draft {
  private final Projection<?, ?, ?> projection;
  private final List<RowReader> readers;
  private final @Nullable Object[] parts;

  /**
   * A draft.
   *
   * @param readers what has read each part
   */
  Draft(Projection<?, ?, ?> projection, List<RowReader> readers, @Nullable Object[] parts) {
    this.projection = projection;
    this.readers = readers;
    this.parts = parts;
  }

  /** A list that waits for its rows. */
  static final class OpenList {
    final Object key;
    final List<Object> rows = new ArrayList<>();

    OpenList(Object key) {
      this.key = key;
    }
  }

  /** The value that a draft is one of, with its lists; anything else unchanged. */
  static @Nullable Object finished(@Nullable Object value) {
    return switch (value) {
      case Draft draft -> draft.finish();
      case OpenList list -> list.rows.stream().map(Draft::finished).toList();
      case null, default -> value;
    };
  }

  private Object finish() {
    var values = Arrays.copyOf(parts, parts.length);
    for (var at = 0; at < values.length; at++) values[at] = finished(values[at]);
    try {
      return make(projection, values);
    } catch (NullPointerException e) {
      refuseNull(values, e);
      throw e;
    }
  }

  private void refuseNull(@Nullable Object[] values, NullPointerException cause) {
    for (var at = 0; at < values.length; at++) {
      if (readers.get(at) instanceof RowReader.Value column) column.orThrow(values[at], cause);
    }
  }

  private static <R> Object make(Projection<?, ?, R> projection, @Nullable Object[] values) {
    return projection.make(new PartValues(values));
  }
}
