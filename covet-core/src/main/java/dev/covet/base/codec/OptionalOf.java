package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.Optional;

/** A value or null, which is empty. */
record OptionalOf<T>(Codec<T> of) implements Codec<Optional<T>> {
  @Override
  public Optional<T> read(JsonReader in) {
    return in.readNull() ? Optional.empty() : Optional.ofNullable(of.read(in));
  }

  @Override
  public void write(JsonWriter out, Optional<T> value) {
    if (value.isPresent()) {
      of.write(out, value.get());
    } else {
      out.writeNull();
    }
  }

  @Override
  public void check(Place at, Optional<T> value) {
    value.ifPresent(each -> of.check(at, each));
  }

  @Override
  public Schema schema() {
    return of.schema().orNull();
  }
}
