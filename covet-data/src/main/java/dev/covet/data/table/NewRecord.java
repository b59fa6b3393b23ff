package dev.covet.data.table;

import dev.covet.api.Changes.Assignment;
import dev.covet.api.Changes.Shape;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way: some of its values, and the defaults of all others, as generated tables make
 * one. Not thread-safe.
 */
public final class NewRecord<T> {
  /** In the place of a default: the component's type has none, so it must be given. */
  public static final Object GIVEN = Missing.VALUE;

  private enum Missing {
    VALUE
  }

  private final Shape<T> shape;
  private final @Nullable Object[] values;

  private NewRecord(Shape<T> shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * A record of defaults.
   *
   * @param defaults one for each component, or {@link #GIVEN}
   */
  public static <T> NewRecord<T> of(Shape<T> shape, @Nullable Object... defaults) {
    return new NewRecord<>(shape, defaults.clone());
  }

  /** A record of which every value must be given. */
  static <T> NewRecord<T> given(Shape<T> shape) {
    var none = new @Nullable Object[shape.names().size()];
    Arrays.fill(none, GIVEN);
    return new NewRecord<>(shape, none);
  }

  /** Sets a component. */
  public void set(Assignment<T> value) {
    values[value.field().index()] = value.value();
  }

  /**
   * Values at some positions in a record of defaults; null where there is none, so only for a
   * record that refuses nothing.
   */
  public T around(@Nullable Object[] given, BitSet at) {
    var all = new @Nullable Object[values.length];
    for (var i = 0; i < all.length; i++) {
      var value = at.get(i) ? given[i] : values[i];
      all[i] = GIVEN.equals(value) ? null : value;
    }
    return shape.make(all);
  }

  /**
   * The record; its constraints are not checked.
   *
   * @throws IllegalArgumentException if a value that must be given is not
   */
  public T record() {
    for (var i = 0; i < values.length; i++) {
      if (GIVEN.equals(values[i])) {
        throw new IllegalArgumentException(
            "\"%s\" has no default, so it must be given".formatted(shape.names().get(i)));
      }
    }
    return shape.make(values.clone());
  }
}
