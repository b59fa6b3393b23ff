package dev.covet.data.sql;

import dev.covet.data.type.SqlType;
import dev.covet.data.type.UnreadableValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a result, valid until the next is asked for. Not thread-safe. */
public interface Row {
  /**
   * The value at a position.
   *
   * @param position from 0
   * @throws UnreadableValue if the database has something that the type has no value for
   */
  <V> @Nullable V get(int position, SqlType<V> type);

  /** The names of the columns, in the order of their positions. */
  List<String> columns();
}
