package dev.covet.base.json;

import dev.covet.base.problem.Place;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.util.Objects;
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

  /**
   * Values of any type by their texts.
   *
   * @param <T> that type
   * @param parsing what gives a value; it throws anything for a text that is none
   */
  record OfText<T>(Function<String, T> parsing, Function<T, String> writing) implements Codec<T> {
    @Override
    public @Nullable T read(JsonReader in) {
      var text = in.readString();
      return text == null ? null : parse(in, text);
    }

    /** The value of a text; null, with a problem, if it has none. */
    public @Nullable T parse(Place at, String text) {
      try {
        return Objects.requireNonNull(parsing.apply(text));
      } catch (RuntimeException _) {
        at.problem("invalid", "is not valid");
        return null;
      }
    }

    @Override
    public void write(JsonWriter out, T value) {
      out.write(writing.apply(value));
    }

    @Override
    public Schema schema() {
      return Schema.of(Kind.STRING);
    }
  }
}
