package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The values of another codec, and null. */
record OrNull<T>(Codec<T> of) implements Codec<T> {
  @Override
  public @Nullable T read(JsonReader in) {
    return in.readNull() ? null : of.read(in);
  }

  @Override
  public void write(JsonWriter out, @Nullable T value) {
    if (value == null) {
      out.writeNull();
    } else {
      of.write(out, value);
    }
  }

  @Override
  public void check(Place at, @Nullable T value) {
    if (value != null) of.check(at, value);
  }

  @Override
  public Schema schema() {
    return of.schema().orNull();
  }
}
