package dev.covet.web.docs;

import dev.covet.schema.Kind;
import dev.covet.schema.Limit;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns schemas into JSON Schema (2020-12), named objects into components. Not thread-safe. */
final class JsonSchemas {
  private final Uses uses;
  private final Map<String, Object> components = new TreeMap<>();

  JsonSchemas(Uses uses) {
    this.uses = uses;
  }

  /** Every named object that was asked for, by its name. */
  Map<String, Object> components() {
    return components;
  }

  /** The JSON Schema of a value. */
  Map<String, Object> of(Schema schema, View view) {
    return switch (schema) {
      case Schema.Scalar(var kind, var limits) -> scalar(kind, limits);
      case Schema.Choice choice -> choice(choice);
      case Schema.ListOf(var element, var limits) -> list(of(element, view), limits);
      case Schema.Ref ref -> reference(ref.target().get(), view);
      case Schema.ChangesOf(var of) -> reference(of.target().get(), View.CHANGES);
      case Schema.Any _ -> new LinkedHashMap<>();
      case Schema.Nullable(var of) -> orNull(of(of, view));
    };
  }

  private static Map<String, Object> scalar(Kind kind, List<Limit> limits) {
    var json =
        switch (kind) {
          case BOOLEAN -> type("boolean", "");
          case INT -> type("integer", "int32");
          case LONG -> type("integer", "int64");
          case DOUBLE -> type("number", "double");
          case DECIMAL -> type("number", "");
          case STRING -> type("string", "");
          case SECRET -> type("string", "password");
          case UUID -> type("string", "uuid");
          case DATE -> type("string", "date");
          case INSTANT -> type("string", "date-time");
        };
    limits.forEach(limit -> LimitWords.add(json, limit, "Length"));
    return json;
  }

  private static Map<String, Object> type(String type, String format) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", type);
    if (!format.isEmpty()) {
      json.put("format", format);
    }
    return json;
  }

  private static Map<String, Object> list(Map<String, Object> items, List<Limit> limits) {
    var json = type("array", "");
    json.put("items", items);
    limits.forEach(limit -> LimitWords.add(json, limit, "Items"));
    return json;
  }

  /** An enum is a component; a second one of the same name stands where it is used. */
  private Map<String, Object> choice(Schema.Choice choice) {
    var json = type("string", "");
    json.put("enum", choice.values());
    describe(json, choice.text());
    var known = components.putIfAbsent(choice.name(), json);
    return known == null || known.equals(json) ? pointer(choice.name()) : json;
  }

  private Map<String, Object> reference(ObjectSchema object, View view) {
    var name = uses.name(object, view);
    if (!components.containsKey(name)) {
      components.put(name, Map.of()); // an object that holds itself finds its name taken
      components.put(name, object(object, view));
    }
    return pointer(name);
  }

  private static Map<String, Object> pointer(String name) {
    var json = new LinkedHashMap<String, Object>();
    json.put("$ref", "#/components/schemas/" + name);
    return json;
  }

  private Map<String, Object> object(ObjectSchema object, View view) {
    var json = type("object", "");
    describe(json, object.text());
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var property : object.properties()) {
      if (view.shows(property)) {
        properties.put(property.name(), property(property, view));
        if (view.requires(property)) {
          required.add(property.name());
        }
      }
    }
    json.put("properties", properties);
    if (!required.isEmpty()) {
      json.put("required", required);
    }
    if (object.strict() && (view == View.INPUT || view == View.CHANGES)) {
      json.put("additionalProperties", false);
    }
    return json;
  }

  private Map<String, Object> property(Property property, View view) {
    var json = of(property.schema(), view.within());
    describe(json, property.text());
    if (property.defaultJson() != null && view == View.INPUT) {
      json.put("default", new JsonText.Raw(property.defaultJson()));
    }
    addExample(json, property, view);
    return json;
  }

  /**
   * What the pages propose to send, and show as an answer; what they would make up themselves
   * refers to rows that are not there, and is hardly a text.
   */
  private static void addExample(Map<String, Object> json, Property property, View view) {
    if (view != View.OUTPUT
        && property.schema() instanceof Schema.Nullable
        && property.defaultJson() == null) {
      json.put("examples", Collections.singletonList(null));
    } else if (isAnyText(json)) {
      json.put("examples", List.of("text"));
    }
  }

  private static boolean isAnyText(Map<String, Object> json) {
    return "\\S".equals(json.get("pattern"))
        && !json.containsKey("allOf")
        && !json.containsKey("format")
        && takes(json, "text".length());
  }

  private static boolean takes(Map<String, Object> json, int length) {
    return !(json.get("minLength") instanceof Integer min && min > length)
        && !(json.get("maxLength") instanceof Integer max && max < length);
  }

  private static void describe(Map<String, Object> json, String text) {
    if (!text.isEmpty()) {
      json.put("description", text);
    }
  }

  private static Map<String, Object> orNull(Map<String, Object> json) {
    if (json.get("type") instanceof String type) {
      json.put("type", List.of(type, "null"));
      return json;
    }
    if (json.isEmpty()) {
      return json;
    }
    var either = new LinkedHashMap<String, Object>();
    either.put("anyOf", List.of(json, type("null", "")));
    return either;
  }
}
