package dev.covet.base.codec;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Shape;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.schema.Schema;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Some components of a record: what is absent stays as it is. Thread-safe.
 *
 * @param keys those of the view
 */
record ChangesOf<T>(Schema schema, Shape<T> shape, Keys keys, Components components, View view)
    implements Codec<Changes<T>> {
  @Override
  public @Nullable Changes<T> read(JsonReader in) {
    if (!in.beginObject(keys)) return null;
    var values = new @Nullable Object[keys.size()];
    var present = new BitSet();
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      values[key] = components.read(in, key);
      present.set(key);
    }
    return in.endObject() ? Changes.of(shape, values, present) : null;
  }

  @Override
  public void write(JsonWriter out, Changes<T> changes) {
    out.beginObject();
    writeFields(out, changes);
    out.endObject();
  }

  /** Those of the changes that the view has. */
  void writeFields(JsonWriter out, Changes<T> changes) {
    changes.present().stream()
        .filter(position -> keys.find(keys.name(position)) >= 0)
        .forEach(position -> components.write(out, position, changes.value(position), view));
  }
}
