package dev.covet.gen;

import dev.covet.base.json.Codec;
import org.jspecify.annotations.Nullable;

/**
 * One of several answers of an operation, known by its status.
 *
 * @param codec reads it; null where there is nothing to read
 * @param empty what it is where there is nothing to read
 * @param <T> the record that it is
 */
public record ClientCase<T>(int status, @Nullable Codec<T> codec, @Nullable T empty) {
  /** An answer that is read from JSON. */
  public static <T> ClientCase<T> json(int status, Codec<T> codec) {
    return new ClientCase<>(status, codec, null);
  }

  /** An answer without content. */
  public static <T> ClientCase<T> empty(int status, T value) {
    return new ClientCase<>(status, null, value);
  }
}
