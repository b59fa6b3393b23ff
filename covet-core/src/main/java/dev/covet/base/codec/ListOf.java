package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of values that are not null, unless {@link OrNull} is their codec. */
record ListOf<T>(Codec<T> element) implements Codec<List<T>> {
  static <T> @Nullable List<T> read(JsonReader in, Codec<T> element) {
    if (!in.beginArray()) return null;
    var list = new ArrayList<T>();
    while (in.nextElement()) {
      var value = element.read(in);
      if (in.valid() && (value != null || element instanceof OrNull)) list.add(value);
    }
    if (!in.endArray()) return null;
    return element instanceof OrNull ? Collections.unmodifiableList(list) : List.copyOf(list);
  }

  /** Writes values one after the other. */
  static <T> void write(JsonWriter out, Codec<T> element, Collection<T> values) {
    out.beginArray();
    for (var value : values) element.write(out, value);
    out.endArray();
  }

  static <T> void check(Place at, Codec<T> element, Collection<T> values) {
    int i = 0;
    for (var value : values) {
      var place = at.index(i++);
      if (element instanceof OrNull || Constraints.notNull(place, value)) {
        element.check(place, value);
      }
    }
  }

  @Override
  public @Nullable List<T> read(JsonReader in) {
    return read(in, element);
  }

  @Override
  public void write(JsonWriter out, List<T> values) {
    out.write(element, values);
  }

  @Override
  public void check(Place at, List<T> values) {
    check(at, element, values);
  }

  @Override
  public Schema schema() {
    return Schema.listOf(element.schema());
  }
}
