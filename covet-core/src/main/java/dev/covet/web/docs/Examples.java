package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Remarks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes examples: JSON Schema has a list of them, OpenAPI one, or several by their names. */
final class Examples {
  private Examples() {}

  static List<JsonValue> of(Remarks remarks) {
    return remarks.examples().stream().map(JsonText::ready).toList();
  }

  /**
   * The examples of an object as one side sees it: without what that side does not have. One that
   * lacks what an answer always holds is none of an answer.
   */
  static List<JsonValue> of(ObjectSchema object, Side side) {
    var shown =
        object.properties().stream()
            .filter(side::shows)
            .collect(Collectors.toMap(Property::name, side::requires));
    return of(object.remarks()).stream()
        .filter(JsonValue.Members.class::isInstance)
        .map(JsonValue.Members.class::cast)
        .filter(each -> isWhole(each, shown))
        .<JsonValue>map(each -> seen(each, shown))
        .toList();
  }

  private static boolean isWhole(JsonValue.Members example, Map<String, Boolean> shown) {
    return shown.entrySet().stream()
        .allMatch(each -> !each.getValue() || example.values().containsKey(each.getKey()));
  }

  private static JsonValue.Members seen(JsonValue.Members example, Map<String, Boolean> shown) {
    var members = new LinkedHashMap<>(example.values());
    members.keySet().retainAll(shown.keySet());
    return new JsonValue.Members(members);
  }

  /** Puts examples where OpenAPI has them: beside the schema of a parameter or a body. */
  static void put(Map<String, Object> json, List<String> examples) {
    if (examples.size() == 1) {
      json.put("example", JsonText.ready(examples.getFirst()));
    } else if (!examples.isEmpty()) {
      var named = new LinkedHashMap<String, Object>();
      examples.forEach(each ->
          named.put("Example " + (named.size() + 1), Map.of("value", JsonText.ready(each))));
      json.put("examples", named);
    }
  }
}
