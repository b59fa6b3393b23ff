package dev.covet.base.codec;

import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * As {@link CheckedValue}, of a codec whose values can be keys.
 *
 * @param value checks what is read as a value
 */
record CheckedKey<T>(KeyText<T> of, CheckedValue<T> value) implements KeyText<T> {
  /** The values of a codec, each of which is also checked. */
  static <T> CheckedKey<T> of(KeyText<T> of, BiConsumer<Place, T> checking) {
    return new CheckedKey<>(of, new CheckedValue<>(of, checking));
  }

  @Override
  public @Nullable T read(JsonReader in) {
    return value.read(in);
  }

  @Override
  public void write(JsonWriter out, T key) {
    of.write(out, key);
  }

  @Override
  public void check(Place at, T key) {
    value.check(at, key);
  }

  @Override
  public Schema schema() {
    return of.schema();
  }

  @Override
  public @Nullable T ofName(Place at, String name) {
    int before = at.problemCount();
    var key = of.ofName(at, name);
    if (at.problemCount() == before && key != null) {
      value.checking().accept(at, key);
    }
    return key;
  }

  @Override
  public String toName(T key) {
    return of.toName(key);
  }
}
