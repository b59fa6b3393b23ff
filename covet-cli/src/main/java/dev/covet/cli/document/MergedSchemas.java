package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Schemas that hold at once, as one schema. It is the same object whenever the same schemas are
 * merged, so who follows a circle of them comes back to where it began. Not thread-safe.
 */
final class MergedSchemas {
  private final UnaryOperator<JsonValue> target;
  private final IdentityHashMap<JsonValue, Integer> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<JsonValue, List<JsonValue>> parts = new IdentityHashMap<>();
  private final Map<List<Integer>, JsonValue> merged = new HashMap<>();

  /**
   * None yet.
   *
   * @param target leads from references to schemas
   */
  MergedSchemas(UnaryOperator<JsonValue> target) {
    this.target = target;
  }

  JsonValue of(JsonValue one, JsonValue other) {
    var all = new TreeMap<Integer, JsonValue>();
    Stream.of(one, other)
        .flatMap(each -> parts.getOrDefault(each, List.of(each)).stream())
        .forEach(each -> all.putIfAbsent(number(target.apply(each)), each));
    return all.size() == 1
        ? all.firstEntry().getValue()
        : merged.computeIfAbsent(List.copyOf(all.keySet()), _ -> allOf(List.copyOf(all.values())));
  }

  int count() {
    return merged.size();
  }

  private Integer number(JsonValue schema) {
    return numbers.computeIfAbsent(schema, _ -> numbers.size());
  }

  private JsonValue allOf(List<JsonValue> schemas) {
    var both = new JsonValue.Members(Map.of("allOf", new JsonValue.Items(schemas)));
    parts.put(both, schemas);
    return both;
  }
}
