package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maps in the order of what was read. They are no copies as {@code Map.copyOf} makes them, for the
 * reason that {@link SetOf} tells.
 */
record MapOf<K, V, M extends Map<K, V>>(
    KeyText<K> key, Codec<V> value, Function<SequencedMap<K, V>, M> of) implements Codec<M> {
  @Override
  public @Nullable M read(JsonReader in) {
    if (!in.beginObject()) return null;
    var map = new LinkedHashMap<K, V>();
    var numbers = new HashSet<Object>(0);
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      member(in, map, numbers, name);
    }
    return in.endObject() ? of.apply(Collections.unmodifiableSequencedMap(map)) : null;
  }

  /** Reads the value of a wrong key, too, since it may be wrong itself. */
  private void member(JsonReader in, Map<K, V> map, Set<Object> numbers, String name) {
    int before = in.problemCount();
    var found = key.ofName(in, name);
    if (found != null && in.problemCount() == before) checkNew(in, map, numbers, found);
    var read = value.read(in);
    if (found != null && in.problemCount() == before && (read != null || value instanceof OrNull)) {
      map.put(found, read);
    }
  }

  private void checkNew(JsonReader in, Map<K, V> map, Set<Object> numbers, K found) {
    if (!Hashed.hasRoom(map.size(), found)) {
      in.problem("too_many", Hashed.TOO_MANY);
    } else if (!Hashed.isNewNumber(numbers, Hashed.scalar(key, found)) || map.containsKey(found)) {
      in.problem("duplicate", "must be given only once");
    }
  }

  @Override
  public void write(JsonWriter out, M map) {
    out.beginObject();
    map.forEach((each, held) -> {
      out.name(key.toName(each));
      value.write(out, held);
    });
    out.endObject();
  }

  @Override
  public void check(Place at, M map) {
    for (var entry : map.entrySet()) {
      var place = at.field(key.toName(entry.getKey()));
      key.check(place, entry.getKey());
      if (value instanceof OrNull || Constraints.notNull(place, entry.getValue())) {
        value.check(place, entry.getValue());
      }
    }
  }

  @Override
  public Schema schema() {
    return Schema.mapOf(key.schema(), value.schema());
  }
}
