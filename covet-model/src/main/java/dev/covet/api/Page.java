package dev.covet.api;

import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.function.Function;

/**
 * Some of the values that there are, and how many there are in all.
 *
 * @param items the values asked for, in order; fewer than asked for at the end
 * @param total number of values of which these are some
 * @param <T> a value
 */
public record Page<T>(List<T> items, @PositiveOrZero long total) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** The same page with something made of each value; the total stays. */
  public <R> Page<R> map(Function<? super T, ? extends R> of) {
    return new Page<>(items.stream().<R>map(of).toList(), total);
  }
}
