package dev.covet.web.docs;

import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON Schema of lists, sets and maps, made of those of what they hold. */
final class HeldJson {
  private HeldJson() {}

  /** A list, or a set if the limits say that nothing is there twice. */
  static Map<String, Object> list(
      Map<String, Object> items, Schema element, List<Constraint> limits) {
    var json = ScalarWords.type("array", "");
    json.put("items", items);
    limits.forEach(limit -> ConstraintWords.addToList(json, limit));
    if (json.containsKey("uniqueItems")) set(json, element);
    return json;
  }

  /** Two texts can be one moment, and two objects one value. */
  private static void set(Map<String, Object> json, Schema element) {
    var isPlain =
        element instanceof Schema.Choice
            || (element instanceof Schema.Scalar(var kind, _) && isOneValue(kind));
    if (!isPlain) ConstraintWords.note(json, "No two items may stand for the same value.");
    if (isUnordered(element)) ConstraintWords.addToList(json, Constraint.unordered());
  }

  /** Whether equal values are equal in JSON, as numbers are however they are written. */
  private static boolean isOneValue(Kind kind) {
    return switch (kind) {
      case BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL, YEAR -> true;
      default -> isOneText(kind);
    };
  }

  /** Whether equal values have one text. */
  private static boolean isOneText(Kind kind) {
    return switch (kind) {
      case BOOLEAN, CHAR, STRING, SECRET, DATE, YEAR_MONTH, MONTH_DAY -> true;
      default -> false;
    };
  }

  /** Whether values have no order by which many of one hash code are told apart. */
  private static boolean isUnordered(Schema element) {
    return switch (element) {
      case Schema.Choice _ -> false;
      case Schema.Scalar(var kind, _) ->
          switch (kind) {
            case SECRET, DATE_TIME, ZONED_DATE_TIME, PERIOD -> true;
            default -> false;
          };
      case Schema.Nullable(var of) -> isUnordered(of);
      default -> true;
    };
  }

  /** An object of any names. */
  static Map<String, Object> map(
      Map<String, Object> name, Map<String, Object> value, Schema.MapOf map) {
    var json = ScalarWords.type("object", "");
    if (!name.equals(ScalarWords.type("string", ""))) json.put("propertyNames", name);
    json.put("additionalProperties", value);
    map.limits().forEach(limit -> ConstraintWords.addToMap(json, limit));
    if (map.key() instanceof Schema.Scalar(var kind, _) && !isOneText(kind)) {
      ConstraintWords.note(json, "No two names may stand for the same value.");
    }
    if (isUnordered(map.key())) ConstraintWords.addToMap(json, Constraint.unordered());
    return json;
  }

  /**
   * Adds to an object what stands beside its properties.
   *
   * @param map the JSON Schema of all that, were it an object of its own
   */
  static void others(Map<String, Object> object, Map<String, Object> map) {
    object.put("additionalProperties", map.get("additionalProperties"));
    if (map.get("propertyNames") instanceof Map<?, ?> name) {
      var known = object.get("properties") instanceof Map<?, ?> all ? all.keySet() : Set.of();
      var fields = Map.of("enum", List.copyOf(known)); // of which there must be one
      object.put("propertyNames", known.isEmpty() ? name : Map.of("anyOf", List.of(fields, name)));
    }
    var words = Stream.of(count(map, "min", "least"), count(map, "max", "most"));
    var number = words.filter(each -> !each.isEmpty()).collect(Collectors.joining(" and "));
    if (!number.isEmpty()) {
      ConstraintWords.note(
          object, "Has " + number + " of other names, or else `empty`, `too_few` or `too_many`.");
    }
    if (map.get("description") instanceof String said) ConstraintWords.note(object, said);
  }

  private static String count(Map<String, Object> map, String bound, String word) {
    var count = map.get(bound + "Properties");
    return count == null ? "" : "at " + word + " " + count;
  }

  /** A scalar as the name of a member, which is a text: limits of numbers are told in words. */
  static Map<String, Object> name(Kind kind, Map<String, Object> scalar) {
    return switch (kind) {
      case BYTE, SHORT, INT, LONG, BIG_INTEGER, YEAR ->
          number(scalar, "^-?[0-9]+$", "A whole number");
      case FLOAT, DOUBLE, DECIMAL ->
          number(scalar, "^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$", "A number");
      case BOOLEAN -> {
        var json = ScalarWords.type("string", "");
        json.put("enum", List.of("true", "false"));
        yield json;
      }
      default -> scalar;
    };
  }

  private static Map<String, Object> number(
      Map<String, Object> scalar, String pattern, String what) {
    var json = ScalarWords.type("string", "");
    json.put("pattern", pattern);
    var limits = new TreeMap<>(scalar);
    var said = limits.remove("description");
    limits.remove("type");
    var words =
        limits.entrySet().stream()
            .map(each -> "`%s: %s`".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    json.put("description", what + (words.isEmpty() ? "." : ", as of " + words + "."));
    if (said instanceof String sentence) ConstraintWords.note(json, sentence);
    return json;
  }
}
