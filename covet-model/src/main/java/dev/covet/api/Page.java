package dev.covet.api;

import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

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
}
