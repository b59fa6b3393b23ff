package dev.covet.base.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value that is no object and no array. */
record Scalar<T>(
    Schema schema,
    TextForm<T> form,
    Function<JsonReader, @Nullable T> reading,
    BiConsumer<JsonWriter, T> writing)
    implements KeyText<T> {
  /** Room for most keys, in bytes. */
  private static final int BYTES_HINT = 48;

  @Override
  public @Nullable T read(JsonReader in) {
    return reading.apply(in);
  }

  @Override
  public void write(JsonWriter out, T value) {
    writing.accept(out, value);
  }

  @Override
  public T ofName(Place at, String name) {
    return form.read(at, name);
  }

  /** What is written as a value may be a name, and nothing else: no NaN, no year 10000. */
  @Override
  public String toName(T key) {
    if (key instanceof String text) return text;
    var out = new JsonWriter(BYTES_HINT);
    writing.accept(out, key);
    var json = out.toBytes();
    return json[0] == '"' ? form.write(key) : new String(json, ISO_8859_1);
  }
}
