package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is a list in JSON, and something else in Java: an array, a collection. */
record ConvertedList<T, C>(
    Codec<T> element, Function<List<T>, C> of, Function<C, Collection<T>> values)
    implements Codec<C> {
  @Override
  public @Nullable C read(JsonReader in) {
    var list = ListOf.read(in, element);
    return list == null ? null : of.apply(list);
  }

  @Override
  public void write(JsonWriter out, C value) {
    ListOf.write(out, element, values.apply(value));
  }

  @Override
  public void check(Place at, C value) {
    ListOf.check(at, element, values.apply(value));
  }

  @Override
  public Schema schema() {
    return Schema.listOf(element.schema());
  }
}
