package dev.covet.api;

import org.jspecify.annotations.Nullable;

/**
 * A component of a record, by which {@link Changes} are asked; a table's column is one.
 *
 * @param <T> the record
 * @param <V> the component's type, boxed
 */
public interface Field<T, V> {
  /** The component's name in Java. */
  String name();

  /** The component's position in the record, from 0. */
  int index();

  /** The record's shape. */
  Shape<T> shape();

  /** Sets this component: part of a {@link Changes}, an insert or an update. */
  default Assignment<T> to(@Nullable V value) {
    return new Assignment<>(this, value);
  }
}
