package dev.covet.base.json;

import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import org.jspecify.annotations.Nullable;

/** A value class as the scalar that it is. */
record WrappedCodec<V, S>(Codec<S> of, Schema schema, Wrapping<V, S> wrapping) implements Codec<V> {
  @Override
  public @Nullable V read(JsonReader in) {
    var value = of.read(in);
    return in.valid() && value != null ? wrapping.wrap(in, value) : null;
  }

  @Override
  public void write(JsonWriter out, V value) {
    of.write(out, wrapping.unwrap().apply(value));
  }

  @Override
  public void check(Place at, V value) {
    wrapping.check().accept(at, wrapping.unwrap().apply(value));
  }
}
