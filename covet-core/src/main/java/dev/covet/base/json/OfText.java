package dev.covet.base.json;

import dev.covet.base.problem.Place;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of any type by their texts.
 *
 * @param parsing what gives a value; it throws anything for a text that is none
 */
record OfText<T>(Function<String, T> parsing, Function<T, String> writing) implements Codec<T> {
  @Override
  public @Nullable T read(JsonReader in) {
    var text = in.readString();
    return text == null ? null : parse(in, text);
  }

  /** The value of a text; null, with a problem, if it has none. */
  @Nullable T parse(Place at, String text) {
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
