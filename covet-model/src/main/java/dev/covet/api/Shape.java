package dev.covet.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a record comes apart and together again; generated beside its codec. All lists and arrays go
 * by the order of the components.
 *
 * @param <T> the record
 */
public interface Shape<T> {
  /** The components' names in JSON. */
  List<String> names();

  /** The components' values, in a new array. */
  @Nullable Object[] values(T value);

  /**
   * A record of these values; whatever its constructor throws comes out unchanged.
   *
   * @param values one of the right type for each component
   */
  T make(@Nullable Object[] values);

  /** Every constraint that a record breaks, its read-only components included. */
  List<Problem> check(T value);
}
