package dev.covet.data.table;

import dev.covet.data.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read for the parts of a projection, by their position. */
public final class PartValues {
  private final @Nullable Object[] values;

  /** Values, which are not copied. */
  public PartValues(@Nullable Object[] values) {
    this.values = values;
  }

  /**
   * The value at a position that always has one.
   *
   * @param type the component's type, boxed
   */
  public <V> V get(int position, Class<V> type) {
    return Objects.requireNonNull(orNull(position, type));
  }

  /** The value at a position that may hold null. */
  public <V> @Nullable V orNull(int position, Class<V> type) {
    return type.cast(values[position]);
  }

  /** The only value, which is not null. */
  @SuppressWarnings("unchecked") // it was read as a value of the type
  public <V> V value(SqlType<V> type) {
    return (V) Objects.requireNonNull(values[0], type.toString());
  }

  /** The only value. */
  @SuppressWarnings({"unchecked", "unused"}) // it was read as a value of the type
  public <V> @Nullable V valueOrNull(SqlType<V> type) {
    return (V) values[0];
  }

  /** All of them. */
  public @Nullable Object[] all() {
    return values;
  }

  /** The rows at the position of a {@link Part.Many}. */
  public <V> List<V> list(int position, Class<V> type) {
    return ((List<?>) Objects.requireNonNull(values[position]))
        .stream().<V>map(type::cast).toList();
  }
}
