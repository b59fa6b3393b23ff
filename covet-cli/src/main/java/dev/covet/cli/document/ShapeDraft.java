package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shape while a schema is read: what several schemas say that hold at once.
 *
 * @param name of the component that it comes from
 * @param tag by which a discriminator knows it
 * @param types which it may have; null if any
 * @param words all else, as one schema
 */
record ShapeDraft(
    String name, String tag, @Nullable Set<String> types, Map<String, JsonValue> words) {
  static final ShapeDraft ANY = new ShapeDraft("", "", null, Map.of());

  /** Both at once; the name is that of the one that has one. */
  ShapeDraft and(ShapeDraft other, MergedSchemas merged) {
    return new ShapeDraft(
        name.isEmpty() ? other.name : name,
        tag.isEmpty() ? other.tag : tag,
        common(types, other.types),
        both(words, other.words, merged));
  }

  ShapeDraft named(String component) {
    return new ShapeDraft(component, tag, types, words);
  }

  ShapeDraft tagged(String value) {
    return new ShapeDraft(name, value, types, words);
  }

  private static @Nullable Set<String> common(
      @Nullable Set<String> ones, @Nullable Set<String> others) {
    if (ones == null) return others;
    if (others == null) return ones;
    var common = new LinkedHashSet<String>();
    for (var type : ones) {
      if (others.contains(type)) common.add(type);
      if (type.equals("number") && others.contains("integer")) common.add("integer");
      if (type.equals("integer") && others.contains("number")) common.add("integer");
    }
    return common;
  }

  private static Map<String, JsonValue> both(
      Map<String, JsonValue> ones, Map<String, JsonValue> others, MergedSchemas merged) {
    if (ones.isEmpty()) return others;
    var both = new LinkedHashMap<>(ones);
    others.forEach((word, value) -> both.merge(word, value, (a, b) -> both(word, a, b, merged)));
    return both;
  }

  /** What a word says that two schemas say something else by. */
  private static JsonValue both(String word, JsonValue one, JsonValue other, MergedSchemas merged) {
    if (isSame(word, one, other)) return one;
    return switch (word) {
      case "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties" ->
          isLess(one, other) ? other : one;
      case "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties" ->
          isLess(one, other) ? one : other;
      case "properties" -> fields(Tree.members(one), Tree.members(other), merged);
      case "items", "additionalProperties", "propertyNames" -> merged.of(one, other);
      case "enum" -> onlyIn(one, other);
      case "required", "pattern" -> union(one, other);
      case "readOnly", "writeOnly", "uniqueItems" -> Tree.isTrue(one) ? one : other;
      case "default" -> one;
      default -> new JsonValue.Items(List.of(one, other));
    };
  }

  private static boolean isSame(String word, JsonValue one, JsonValue other) {
    return switch (word) {
      case "enum", "const", "default" -> Sameness.ofValues(one, other);
      default -> Sameness.ofSchemas(one, other);
    };
  }

  private static boolean isLess(JsonValue one, JsonValue other) {
    return one instanceof JsonValue.Decimal(var first)
        && other instanceof JsonValue.Decimal(var second)
        && first.compareTo(second) < 0;
  }

  private static JsonValue fields(
      Map<String, JsonValue> ones, Map<String, JsonValue> others, MergedSchemas merged) {
    var all = new LinkedHashMap<>(ones);
    others.forEach((name, schema) -> all.merge(name, schema, merged::of));
    return new JsonValue.Members(all);
  }

  private static JsonValue onlyIn(JsonValue one, JsonValue other) {
    var kept = new ArrayList<JsonValue>();
    for (var value : Tree.items(one)) {
      if (Tree.items(other).stream().anyMatch(each -> Sameness.ofValues(each, value))) {
        kept.add(value);
      }
    }
    return new JsonValue.Items(kept);
  }

  private static JsonValue union(JsonValue one, JsonValue other) {
    var all = new LinkedHashSet<>(values(one));
    all.addAll(values(other));
    return new JsonValue.Items(List.copyOf(all));
  }

  private static List<JsonValue> values(JsonValue value) {
    return value instanceof JsonValue.Items(var items) ? items : List.of(value);
  }
}
