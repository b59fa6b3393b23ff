package dev.covet.base.json;

import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.function.Function;
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

  /**
   * Values that are texts in JSON, and in the query, a path or a header.
   *
   * @param parse gives the value of a text, which a client may have sent; whatever it throws, such
   *     as {@link IllegalArgumentException}, makes that text a problem
   * @param write gives the text of a value
   */
  static <T> Codec<T> ofText(Function<String, T> parse, Function<T, String> write) {
    return new OfText<>(parse, write);
  }

  /** The type as data, for documents. */
  Schema schema();
}
