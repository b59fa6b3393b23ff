package dev.covet.data.type;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that are stored as those of another type, in whose order they are compared and sorted.
 *
 * @param <V> the values in Java
 * @param <S> what is stored for them
 * @param of how that is stored
 * @param storing gives what is stored; of what lies between two that can be stored, the smaller
 * @param reading gives the value of what is stored
 */
public record Mapped<V, S>(SqlType<S> of, Function<V, S> storing, Function<S, V> reading)
    implements SqlType<V> {
  /** The type that is stored in the end. */
  public static SqlType<?> of(SqlType<?> type) {
    return type instanceof Mapped<?, ?> mapped ? of(mapped.of) : type;
  }

  /** What is stored for a value; null if nothing can be. */
  @Nullable S storable(V value) {
    try {
      return storing.apply(value);
    } catch (ArithmeticException | IllegalArgumentException _) {
      return null;
    }
  }

  /** What the database is given for a value of this type. */
  @SuppressWarnings("unchecked") // a column has values of its own type alone
  public Object toStored(Object value) {
    return storing.apply((V) value);
  }

  /** The value of what the database has given. */
  @SuppressWarnings("unchecked") // it was read as a value of that type
  public Object fromStored(Object value) {
    return reading.apply((S) value);
  }
}
