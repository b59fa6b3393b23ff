package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import org.jspecify.annotations.Nullable;

/** A value class as the scalar that it is. */
record WrappedCodec<V, S>(Codec<S> of, Schema schema, Wrapping<V, S> wrapping)
    implements KeyText<V> {
  @Override
  public @Nullable V read(JsonReader in) {
    var value = of.read(in);
    return in.valid() && value != null ? wrapping.wrap(in, value) : null;
  }

  @Override
  public void write(JsonWriter out, V value) {
    of.write(out, scalar(value));
  }

  @Override
  public void check(Place at, V value) {
    wrapping.check(at, value);
  }

  @Override
  public @Nullable V ofName(Place at, String name) {
    int before = at.problemCount();
    var value = KeyText.of(of).ofName(at, name);
    return at.problemCount() == before && value != null ? wrapping.wrap(at, value) : null;
  }

  @Override
  public String toName(V key) {
    return KeyText.of(of).toName(scalar(key));
  }

  /** What a value is to others. */
  S scalar(V value) {
    return wrapping.unwrap().apply(value);
  }
}
