package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of another codec, each of which is also checked as soon as it is read; keys if those
 * are.
 */
record CheckedValue<T>(Codec<T> of, BiConsumer<Place, T> checking) implements KeyText<T> {
  @Override
  public @Nullable T read(JsonReader in) {
    var value = of.read(in);
    if (in.valid() && value != null) checking.accept(in, value);
    return value;
  }

  @Override
  public void write(JsonWriter out, T value) {
    of.write(out, value);
  }

  @Override
  public void check(Place at, T value) {
    of.check(at, value);
    checking.accept(at, value);
  }

  @Override
  public Schema schema() {
    return of.schema();
  }

  @Override
  public @Nullable T ofName(Place at, String name) {
    int before = at.problemCount();
    var key = keys().ofName(at, name);
    if (at.problemCount() == before && key != null) checking.accept(at, key);
    return key;
  }

  @Override
  public String toName(T key) {
    return keys().toName(key);
  }

  /** The codec as one of keys, which {@link KeyText#of} has made sure of. */
  private KeyText<T> keys() {
    return (KeyText<T>) of;
  }
}
