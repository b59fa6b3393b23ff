package dev.covet.web.docs;

import dev.covet.schema.Limit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says a limit in the words of JSON Schema (2020-12 validation, 6). */
final class LimitWords {
  private LimitWords() {}

  /**
   * Adds the words for a limit.
   *
   * @param sized what a size counts: {@code Length} or {@code Items}
   */
  static void add(Map<String, Object> json, Limit limit, String sized) {
    switch (limit) {
      case Limit.AtLeast(var value, var exclusive) ->
          json.put(exclusive ? "exclusiveMinimum" : "minimum", value);
      case Limit.AtMost(var value, var exclusive) ->
          json.put(exclusive ? "exclusiveMaximum" : "maximum", value);
      case Limit.Size(var min, var max) -> size(json, min, max, sized);
      case Limit.Matches(var regex) -> pattern(json, "^(?:" + regex + ")$");
      case Limit.Digits(var integer, var fraction) -> digits(json, integer, fraction);
      case Limit.NotBlank _ -> {
        json.putIfAbsent("minLength", 1);
        pattern(json, "\\S");
      }
      case Limit.Email _ -> json.put("format", "email");
    }
  }

  /** A value that is not blank has one character at least, whatever its size says. */
  private static void size(Map<String, Object> json, int min, int max, String sized) {
    var known = json.get("min" + sized) instanceof Integer least ? least : 0;
    if (Math.max(min, known) > 0) {
      json.put("min" + sized, Math.max(min, known));
    }
    if (max < Integer.MAX_VALUE) {
      json.put("max" + sized, max);
    }
  }

  /** A schema has room for one pattern; more stand beside each other. */
  private static void pattern(Map<String, Object> json, String regex) {
    if (json.putIfAbsent("pattern", regex) != null) {
      var all = new ArrayList<Object>(json.get("allOf") instanceof List<?> list ? list : List.of());
      all.add(Map.of("pattern", regex));
      json.put("allOf", all);
    }
  }

  private static void digits(Map<String, Object> json, int integer, int fraction) {
    var bound = BigDecimal.TEN.pow(integer);
    if (!json.containsKey("minimum")) {
      json.putIfAbsent("exclusiveMinimum", bound.negate());
    }
    if (!json.containsKey("maximum")) {
      json.putIfAbsent("exclusiveMaximum", bound);
    }
    json.put("multipleOf", BigDecimal.ONE.movePointLeft(fraction));
  }
}
