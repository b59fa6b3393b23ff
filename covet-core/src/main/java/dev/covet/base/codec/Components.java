package dev.covet.base.codec;

import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A record's components one by one, by position; generated with its codec. */
public interface Components {
  /** Reads a component and checks it. */
  @Nullable Object read(JsonReader in, int position);

  /** Writes a component with its key; what is in it as a view has it. */
  void write(JsonWriter out, int position, @Nullable Object value, View view);
}
