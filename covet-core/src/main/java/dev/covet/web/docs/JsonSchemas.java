package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.schema.Kind;
import dev.covet.schema.Limit;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Remarks;
import dev.covet.schema.Schema;
import dev.covet.schema.UnionSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns schemas into JSON Schema (2020-12), named objects into components. Not thread-safe. */
final class JsonSchemas {
  private final Uses uses;
  private final ComponentNames names;
  private final Map<String, Object> components = new TreeMap<>();

  JsonSchemas(Uses uses) {
    this.uses = uses;
    this.names = uses.names();
  }

  /** Every named object that was asked for, by its name. */
  Map<String, Object> components() {
    return components;
  }

  /** The JSON Schema of a value. */
  Map<String, Object> of(Schema schema, Side side) {
    return switch (schema) {
      case Schema.Scalar(var kind, var limits) -> scalar(kind, limits);
      case Schema.Choice choice -> choice(choice);
      case Schema.ListOf(var element, var limits) ->
          HeldJson.list(of(element, side), element, limits);
      case Schema.MapOf map -> HeldJson.map(name(map.key(), side), of(map.value(), side), map);
      case Schema.Ref ref -> reference(ref.target().get(), side);
      case Schema.Union union -> reference(union.target().get(), side);
      case Schema.ChangesOf(var of) -> reference(of.target().get(), side.changes());
      case Schema.AnyOf(var shapes) -> anyOf(shapes.stream().map(each -> of(each, side)).toList());
      case Schema.Any _ -> new LinkedHashMap<>();
      case Schema.Nullable(var of) -> orNull(of(of, side));
    };
  }

  private static Map<String, Object> scalar(Kind kind, List<Limit> limits) {
    var json = ScalarWords.of(kind);
    limits.forEach(limit -> LimitWords.add(json, limit, kind));
    return json;
  }

  /** What a name of a member is. */
  private Map<String, Object> name(Schema key, Side side) {
    return key instanceof Schema.Scalar(var kind, var limits)
        ? HeldJson.name(kind, scalar(kind, limits))
        : of(key, side);
  }

  /** Of plain types alone it is a list of their names. */
  private static Map<String, Object> anyOf(List<Map<String, Object>> shapes) {
    var json = new LinkedHashMap<String, Object>();
    if (shapes.stream().allMatch(each -> each.get("type") instanceof String)) {
      json.put("type", shapes.stream().map(each -> each.get("type")).distinct().toList());
    } else {
      json.put("anyOf", shapes);
    }
    return json;
  }

  private Map<String, Object> choice(Schema.Choice choice) {
    var json = ScalarWords.type("string", "");
    json.put("enum", choice.values());
    describe(json, choice.text());
    var name = names.of(choice.type());
    components.putIfAbsent(name, json);
    return pointer(name);
  }

  private Map<String, Object> reference(ObjectSchema object, Side side) {
    var name = uses.name(names, object, side);
    if (!components.containsKey(name)) {
      components.put(name, Map.of()); // an object that holds itself finds its name taken
      components.put(name, object(object, side, Map.of()));
    }
    return pointer(name);
  }

  private Map<String, Object> reference(UnionSchema union, Side side) {
    var name = uses.name(names, union, side);
    if (!components.containsKey(name)) {
      components.put(name, Map.of()); // a choice that holds itself finds its name taken
      components.put(name, union(union, side));
    }
    return pointer(name);
  }

  /** The objects, each with its tag, by which tools know without trying which one they have. */
  private Map<String, Object> union(UnionSchema union, Side side) {
    var shapes = new ArrayList<Map<String, Object>>();
    var mapping = new LinkedHashMap<String, Object>();
    for (var variant : union.variants()) {
      var object = Uses.tagged(union, variant);
      var name = uses.name(names, object, side);
      components.put(name, object(object, side, tag(union, variant)));
      shapes.add(pointer(name));
      mapping.put(variant.tag(), "#/components/schemas/" + name);
    }
    var discriminator = new LinkedHashMap<String, Object>();
    discriminator.put("propertyName", union.discriminator());
    discriminator.put("mapping", mapping);
    var json = new LinkedHashMap<String, Object>();
    describe(json, union.text());
    json.put("oneOf", shapes);
    json.put("discriminator", discriminator);
    return json;
  }

  private static Map<String, Object> tag(UnionSchema union, UnionSchema.Variant variant) {
    var property = ScalarWords.type("string", "");
    property.put("const", variant.tag());
    return Map.of(union.discriminator(), property);
  }

  private static Map<String, Object> pointer(String name) {
    var json = new LinkedHashMap<String, Object>();
    json.put("$ref", "#/components/schemas/" + name);
    return json;
  }

  /**
   * An object.
   *
   * @param tag the property that tells it from others, if it is one of a choice
   */
  private Map<String, Object> object(ObjectSchema object, Side side, Map<String, Object> tag) {
    var json = ScalarWords.type("object", "");
    describe(json, object.text());
    deprecate(json, object.remarks());
    var properties = new LinkedHashMap<String, Object>(tag);
    var required = new ArrayList<String>(tag.keySet());
    for (var property : object.properties().stream().filter(side::shows).toList()) {
      properties.put(property.name(), property(property, side));
      if (side.requires(property)) {
        required.add(property.name());
      }
    }
    json.put("properties", properties);
    if (!required.isEmpty()) {
      json.put("required", required);
    }
    if (object.strict() && (side == Side.INPUT || side == Side.CHANGES)) {
      json.put("additionalProperties", false);
    }
    var others = object.others();
    if (others != null) {
      HeldJson.others(json, of(others, side.within()));
    }
    if (tag.isEmpty()) {
      putExamples(json, Examples.of(object, side));
    }
    return json;
  }

  private Map<String, Object> property(Property property, Side side) {
    var json = of(property.schema(), side.within());
    describe(json, property.text());
    deprecate(json, property.remarks());
    if (property.defaultJson() != null && side == Side.INPUT) {
      json.put("default", JsonText.ready(property.defaultJson()));
    }
    if (property.writeOnly() && !side.isAnswer()) {
      json.put("writeOnly", true);
    }
    if (property.remarks().examples().isEmpty()) {
      addExample(json, property, side);
    } else {
      putExamples(json, Examples.of(property.remarks()));
    }
    return json;
  }

  private static void deprecate(Map<String, Object> json, Remarks remarks) {
    if (remarks.deprecated()) {
      json.put("deprecated", true);
    }
  }

  private static void putExamples(Map<String, Object> json, List<JsonValue> examples) {
    if (!examples.isEmpty()) {
      json.put("examples", examples);
    }
  }

  /**
   * What the pages propose to send, and show as an answer; what they would make up themselves
   * refers to rows that are not there, and is hardly a text.
   */
  private static void addExample(Map<String, Object> json, Property property, Side side) {
    if (!side.isAnswer()
        && property.schema() instanceof Schema.Nullable
        && property.defaultJson() == null) {
      json.put("examples", Collections.singletonList(null));
    } else if (isAnyText(json)) {
      json.put("examples", List.of("text"));
    }
  }

  private static boolean isAnyText(Map<String, Object> json) {
    return LimitWords.NOT_BLANK.equals(json.get("pattern"))
        && !json.containsKey("allOf")
        && !json.containsKey("format")
        && takes(json, "text".length());
  }

  private static boolean takes(Map<String, Object> json, int length) {
    return !(json.get("minLength") instanceof Integer min && min > length)
        && !(json.get("maxLength") instanceof Integer max && max < length);
  }

  /** Puts a text before what limits say that JSON Schema has no words for. */
  private static void describe(Map<String, Object> json, String text) {
    var known = json.get("description");
    if (!text.isEmpty()) {
      json.put("description", known == null ? text : text + "\n\n" + known);
    }
  }

  private static Map<String, Object> orNull(Map<String, Object> json) {
    if (json.isEmpty()) {
      return json;
    }
    if (json.get("type") instanceof String type) {
      json.put("type", List.of(type, "null"));
      if (json.get("const") instanceof Boolean only) {
        json.remove("const");
        json.put("enum", Arrays.asList(only, null));
      }
      return json;
    }
    var either = new LinkedHashMap<String, Object>();
    either.put("anyOf", List.of(json, ScalarWords.type("null", "")));
    return either;
  }
}
