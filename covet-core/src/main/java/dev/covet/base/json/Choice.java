package dev.covet.base.json;

import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are texts of a closed set. */
final class Choice<T> implements Codec<T> {
  private final String type;
  private final String description;
  private final Map<String, T> byText;
  private final Map<T, String> texts = new HashMap<>();
  private final String reason;

  Choice(String type, String description, Map<String, T> byText) {
    this.type = type;
    this.description = description;
    this.byText = Collections.unmodifiableMap(new LinkedHashMap<>(byText));
    this.reason = "must be one of " + String.join(", ", byText.keySet());
    byText.forEach((text, value) -> texts.put(value, text));
  }

  @Override
  public @Nullable T read(JsonReader in) {
    return Codecs.readText(in, byText::get, reason);
  }

  @Override
  public void write(JsonWriter out, T value) {
    var text = texts.get(value);
    if (text == null) {
      throw new IllegalArgumentException(value + " is not one of " + type);
    }
    out.write(text);
  }

  @Override
  public Schema schema() {
    List<String> values = new ArrayList<>(byText.keySet());
    return new Schema.Choice(type, values, description);
  }
}
