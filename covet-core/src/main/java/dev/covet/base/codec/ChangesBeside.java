package dev.covet.base.codec;

import dev.covet.api.Changes;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a record that stand beside other fields of one object ({@code @Flatten Changes<Task>
 * task}), while they are read. Not thread-safe.
 *
 * @param <T> the record
 */
public final class ChangesBeside<T> {
  private final ChangesOf<T> codec;
  private final @Nullable Object[] values;
  private final BitSet present = new BitSet();

  private ChangesBeside(ChangesOf<T> codec) {
    this.codec = codec;
    this.values = new @Nullable Object[codec.keys().size()];
  }

  /**
   * None so far.
   *
   * @param codec one that {@link Codecs#changes} gave
   * @throws IllegalArgumentException if it is another one
   */
  public static <T> ChangesBeside<T> of(Codec<Changes<T>> codec) {
    return new ChangesBeside<>(fields(codec));
  }

  private static <T> ChangesOf<T> fields(Codec<Changes<T>> codec) {
    if (codec instanceof ChangesOf<T> fields) return fields;
    throw new IllegalArgumentException("its fields are not known: " + codec);
  }

  /** Reads a value, which is that of the component at a position. */
  public void read(JsonReader in, int position) {
    values[position] = codec.components().read(in, position);
    present.set(position);
  }

  /** The changes that were read. */
  public Changes<T> changes() {
    return Changes.of(codec.shape(), values, present);
  }

  /** Writes the fields of changes into the object that has begun. */
  public static <T> void write(JsonWriter out, Codec<Changes<T>> codec, Changes<T> changes) {
    fields(codec).writeFields(out, changes);
  }
}
