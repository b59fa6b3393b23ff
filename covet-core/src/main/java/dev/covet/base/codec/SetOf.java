package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Constraint;
import dev.covet.schema.Schema;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets in the order of what was read. They are no copies as {@code Set.copyOf} makes them, whose
 * hash tables take a time that grows with the square of their size where a client sends values of
 * one hash code.
 */
record SetOf<T, S extends Set<T>>(Codec<T> element, Function<SequencedSet<T>, S> of)
    implements Codec<S> {
  @Override
  public @Nullable S read(JsonReader in) {
    if (!in.beginArray()) return null;
    var set = new UniqueValues<T>();
    while (in.nextElement()) {
      var value = element.read(in);
      if (in.valid() && (value != null || element instanceof OrNull)) {
        set.add(in, value, Hashed.scalar(element, value));
      }
    }
    return in.endArray() ? of.apply(set.values()) : null;
  }

  @Override
  public void write(JsonWriter out, S values) {
    ListOf.write(out, element, values);
  }

  @Override
  public void check(Place at, S values) {
    ListOf.check(at, element, values);
  }

  @Override
  public Schema schema() {
    return Schema.listOf(element.schema(), Constraint.unique());
  }
}
