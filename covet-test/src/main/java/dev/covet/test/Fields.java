package dev.covet.test;

import dev.covet.web.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields just as they are sent or came, those of framing among them. */
record Fields(List<Map.Entry<String, String>> all) implements Headers {
  static final Fields NONE = new Fields(List.of());

  Fields {
    all = List.copyOf(all);
  }

  static Fields of(Headers headers) {
    var all = new ArrayList<Map.Entry<String, String>>();
    headers.forEach((name, value) -> all.add(Map.entry(name, value)));
    return new Fields(all);
  }

  /** These fields and one more. */
  Fields plus(String name, String value) {
    var more = new ArrayList<>(all);
    more.add(Map.entry(name, value));
    return new Fields(more);
  }

  /** These fields and, unless one of its name is there, another. */
  Fields orElse(String name, String value) {
    return has(name) ? this : plus(name, value);
  }

  @Override
  public @Nullable String first(String name) {
    return all(name).stream().findFirst().orElse(null);
  }

  @Override
  public List<String> all(String name) {
    return all.stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public void forEach(BiConsumer<String, String> each) {
    all.forEach(field -> each.accept(field.getKey(), field.getValue()));
  }
}
