package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.schema.BodySchema;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Parameter;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import dev.covet.schema.UnionSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns schemas into JSON Schema (2020-12), named objects into components. Not thread-safe. */
final class JsonSchemas {
  private final Uses uses;
  private final ComponentNames names;
  private final MadeValues examples;
  private final Map<String, Object> components = new TreeMap<>();

  JsonSchemas(Uses uses, MadeValues examples) {
    this.uses = uses;
    this.examples = examples;
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

  private static Map<String, Object> scalar(Kind kind, List<Constraint> limits) {
    var json = ScalarWords.of(kind);
    limits.forEach(limit -> ConstraintWords.add(json, limit, kind));
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
    return shapes.stream().allMatch(each -> each.get("type") instanceof String)
        ? ObjectJson.of("type", shapes.stream().map(each -> each.get("type")).distinct().toList())
        : ObjectJson.of("anyOf", shapes);
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
      var example = side == Side.ERROR ? Optional.<JsonValue>empty() : examples.of(object, side);
      components.put(name, object(object, side, Map.of(), example));
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
      var example = examples.tagged(union, variant, side);
      components.put(name, object(object, side, tag(union, variant), example));
      shapes.add(pointer(name));
      mapping.put(variant.tag(), "#/components/schemas/" + name);
    }
    var discriminator = ObjectJson.of("propertyName", union.discriminator());
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
    return ObjectJson.of("$ref", "#/components/schemas/" + name);
  }

  /**
   * An object.
   *
   * @param tag the property that tells it from others, if it is one of a choice
   * @param example one that was made
   */
  private Map<String, Object> object(
      ObjectSchema object, Side side, Map<String, Object> tag, Optional<JsonValue> example) {
    var whole = ScalarWords.type("object", "");
    describe(whole, object.text());
    ObjectJson.putIfAny(whole, "deprecated", object.remarks().deprecated());
    var properties = new LinkedHashMap<String, Object>(tag);
    var required = new ArrayList<String>(tag.keySet());
    var said = tag.isEmpty() ? Examples.of(object, side) : List.<JsonValue>of();
    var all = said.isEmpty() ? example.stream().toList() : said;
    for (var property : object.properties().stream().filter(side::shows).toList()) {
      var json = property(property, side);
      ObjectJson.putIfAny(json, "examples", of(object, property, side, all.isEmpty()));
      properties.put(property.name(), json);
      if (side.requires(property)) required.add(property.name());
    }
    whole.put("properties", properties);
    ObjectJson.putIfAny(whole, "required", required);
    if (object.strict() && (side == Side.INPUT || side == Side.CHANGES)) {
      whole.put("additionalProperties", false);
    }
    var others = object.others();
    if (others != null) HeldJson.others(whole, of(others, side.within()));
    ObjectJson.putIfAny(whole, "examples", all);
    return whole;
  }

  private Map<String, Object> property(Property property, Side side) {
    var json = of(property.schema(), side.within());
    describe(json, property.text());
    ObjectJson.putIfAny(json, "deprecated", property.remarks().deprecated());
    if (property.defaultJson() != null && side == Side.INPUT) {
      json.put("default", JsonText.ready(property.defaultJson()));
    }
    ObjectJson.putIfAny(json, "writeOnly", property.writeOnly() && !side.isAnswer());
    return json;
  }

  /** What is said of a property, or, where the object has no example, what was made for it. */
  private List<JsonValue> of(
      ObjectSchema object, Property property, Side side, boolean isObjectWithout) {
    var said = Examples.of(property.remarks());
    return said.isEmpty() && isObjectWithout && side != Side.ERROR
        ? examples.of(object, property, side).stream().toList()
        : said;
  }

  /** An example of a body that has no component, which would have one; of JSON and its lines. */
  Optional<JsonValue> example(BodySchema body, Side side) {
    var isComponent =
        body.schema() instanceof Schema.Ref
            || body.schema() instanceof Schema.Union
            || body.schema() instanceof Schema.ChangesOf
            || body.schema() instanceof Schema.Any;
    var isJson = body.mediaType().equals("application/json");
    if (body.defaultJson() != null || ((isComponent || !isJson) && !body.isPiecewise())) {
      return Optional.empty();
    }
    var value = examples.of(body.schema(), side, new MadeValues.Spot("", "", 0));
    if (body.isEvents())
      return value.map(it -> pieces(it, each -> "data: " + shown(each) + "\n\n"));
    return body.isLines() ? value.map(it -> pieces(it, each -> JsonText.of(each) + "\n")) : value;
  }

  /** What may be sent: one of each object of a choice, or one value; of bytes none. */
  List<JsonValue> messages(Schema schema, Side side) {
    return switch (schema) {
      case Schema.Any _ -> List.of();
      case Schema.Union union -> {
        var all = union.target().get();
        yield all.variants().stream()
            .flatMap(each -> examples.tagged(all, each, side).stream())
            .toList();
      }
      default -> examples.of(schema, side, new MadeValues.Spot("", "", 0)).stream().toList();
    };
  }

  private static JsonValue pieces(JsonValue value, Function<JsonValue, String> piece) {
    return value instanceof JsonValue.Items(var items)
        ? new JsonValue.Text(items.stream().map(piece).collect(Collectors.joining()))
        : value;
  }

  /** The data of an event: a text is sent as it is. */
  private static String shown(JsonValue value) {
    return value instanceof JsonValue.Text(var text) ? text : JsonText.of(value);
  }

  /** An example of a parameter of a request, unless code alone knows what it may be. */
  Optional<JsonValue> example(Parameter parameter) {
    return parameter.schema() instanceof Schema.Scalar(_, var limits)
            && !new ScalarConstraints(limits).isPartlyCode()
        ? examples
            .of(parameter.schema(), Side.INPUT, new MadeValues.Spot("", parameter.name(), 0))
            .filter(each -> !(each instanceof JsonValue.Text(var text)) || fits(parameter, text))
        : Optional.empty();
  }

  private static boolean fits(Parameter parameter, String text) {
    return switch (parameter.in()) {
      case "path" -> !text.isEmpty() && !text.contains("/") && !text.contains("\\");
      case "cookie" -> text.chars().noneMatch(c -> " ,;\"\\".indexOf(c) >= 0);
      default -> true;
    };
  }

  /** Puts a text before what limits say that JSON Schema has no words for. */
  private static void describe(Map<String, Object> json, String text) {
    var known = json.get("description");
    if (!text.isEmpty()) json.put("description", known == null ? text : text + "\n\n" + known);
  }

  private static Map<String, Object> orNull(Map<String, Object> json) {
    if (json.isEmpty()) return json;
    if (json.get("type") instanceof String type) {
      json.put("type", List.of(type, "null"));
      if (json.get("const") instanceof Boolean only) {
        json.remove("const");
        json.put("enum", Arrays.asList(only, null));
      }
      return json;
    }
    return ObjectJson.of("anyOf", List.of(json, ScalarWords.type("null", "")));
  }
}
