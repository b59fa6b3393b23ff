package dev.covet.base.codec;

import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Place;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that are texts of a closed set. */
final class Choice<T> implements KeyText<T> {
  /** Those of enums by the names of their constants, one for each class, made when first asked. */
  private static final ClassValue<Choice<?>> OF_ENUMS =
      new ClassValue<>() {
        @Override
        protected Choice<?> computeValue(Class<?> type) {
          var constants = type.getEnumConstants();
          if (constants == null) {
            throw new IllegalArgumentException(type.getName() + " is not an enum");
          }
          var byText = new LinkedHashMap<String, Object>();
          for (var constant : constants) byText.put(((Enum<?>) constant).name(), constant);
          return new Choice<>(type.getTypeName().replace('$', '.'), "", byText);
        }
      };

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

  @SuppressWarnings("unchecked") // what is kept for a class is made of its constants
  static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    return (Choice<E>) OF_ENUMS.get(type);
  }

  @Override
  public @Nullable T read(JsonReader in) {
    return in.readText(byText::get, reason);
  }

  @Override
  public @Nullable T ofName(Place at, String name) {
    var value = byText.get(name);
    if (value == null) at.problem("type", reason);
    return value;
  }

  @Override
  public String toName(T value) {
    var text = texts.get(value);
    if (text == null) throw new IllegalArgumentException(value + " is not one of " + type);
    return text;
  }

  @Override
  public void write(JsonWriter out, T value) {
    out.write(toName(value));
  }

  @Override
  public Schema schema() {
    List<String> values = new ArrayList<>(byText.keySet());
    return new Schema.Choice(type, values, description);
  }
}
