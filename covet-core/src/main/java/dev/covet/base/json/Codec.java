package dev.covet.base.json;

import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type are read, written and checked, in one view. Codecs of records are generated;
 * one for another type is written by hand. Thread-safe.
 */
public interface Codec<T> {
  /**
   * Reads the value that comes next.
   *
   * @return the value; of no meaning where the reader got a problem ({@link JsonReader#valid})
   */
  @Nullable T read(JsonReader in);

  /** Writes a value. */
  void write(JsonWriter out, T value);

  /** Adds what a value breaks, as reading it would; nothing unless there are constraints. */
  default void check(Place at, T value) {}

  /** The type as data, for documents. */
  Schema schema();
}
