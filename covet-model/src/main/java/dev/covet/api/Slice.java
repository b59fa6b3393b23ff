package dev.covet.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of the values that there are, and where to go on: what a {@link Cursor} asks for.
 *
 * @param items the values asked for, in order
 * @param next what {@code after} must be for the values behind these; null if there are none
 * @param <T> a value
 */
public record Slice<T>(List<T> items, @Nullable String next) {
  /** Copies the items. */
  public Slice {
    items = List.copyOf(items);
  }

  /** The same part of a list with something made of each value. */
  public <R> Slice<R> map(Function<? super T, ? extends R> of) {
    return new Slice<>(items.stream().<R>map(of).toList(), next);
  }
}
