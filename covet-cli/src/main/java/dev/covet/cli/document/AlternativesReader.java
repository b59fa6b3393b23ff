package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a schema leaves open: follows references, takes {@code allOf} together, and takes
 * {@code anyOf}, {@code oneOf} and lists of types apart. One schema is read once, so what it is
 * made of is the same whenever a circle leads to it. Not thread-safe.
 */
public final class AlternativesReader {
  /** Most shapes of one schema; what would have more is compared word for word. */
  private static final int SHAPES_MAX = 256;

  /** Most references in each other, and of one schema; what would have more is compared by name. */
  private static final int REFERENCES_MAX = 100;

  private static final int STEPS_MAX = 10_000;

  private static final Set<String> TAKEN_APART =
      Set.of("$ref", "allOf", "anyOf", "oneOf", "type", "discriminator");

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "string",
          Set.of("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"),
          "number",
          Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
          "array",
          Set.of("items", "minItems", "maxItems", "uniqueItems", "prefixItems", "contains"),
          "object",
          Set.of(
              ("properties required additionalProperties propertyNames minProperties"
                      + " maxProperties patternProperties")
                  .split(" ")));

  private final ApiDocument document;
  private final IdentityHashMap<JsonValue, Alternatives> known = new IdentityHashMap<>();
  private final Map<String, Optional<JsonValue>> referred = new HashMap<>();
  private final MergedSchemas merged = new MergedSchemas(this::target);
  private int steps;

  public AlternativesReader(ApiDocument document) {
    this.document = document;
  }

  public ApiDocument document() {
    return document;
  }

  /** What a schema refers to, if it is a reference and says nothing else; or else the schema. */
  public JsonValue target(JsonValue schema) {
    var here = schema;
    for (var i = 0; i < REFERENCES_MAX && ApiDocument.isReference(here); i++) {
      here = at(Tree.text(Tree.members(here).get("$ref"))).orElse(here);
    }
    return here;
  }

  private Optional<JsonValue> at(String reference) {
    return referred.computeIfAbsent(reference, document::at);
  }

  /** How many schemas were made of others that hold at once. */
  public int merged() {
    return merged.count();
  }

  public Alternatives of(JsonValue schema) {
    var read = known.get(schema);
    if (read == null) {
      read = read(schema);
      known.put(schema, read);
    }
    return read;
  }

  /** Whether a schema says a word with {@code true}: {@code readOnly}. */
  public boolean says(JsonValue schema, String word) {
    return of(schema).all().stream().anyMatch(each -> Tree.isTrue(each.words().get(word)));
  }

  private Alternatives read(JsonValue schema) {
    steps = 0;
    var drafts = drafts(schema, Set.of());
    var all = new ArrayList<Alternative>();
    drafts.forEach(draft -> split(draft, all));
    return new Alternatives(drafts.stream().anyMatch(this::takesNull), discriminator(schema), all);
  }

  private String discriminator(JsonValue schema) {
    var members = document.members(schema);
    return Tree.text(Tree.members(members.get("discriminator")).get("propertyName"));
  }

  /**
   * What a schema leaves open.
   *
   * @param within the references that led here, of which none is followed again
   */
  private List<ShapeDraft> drafts(JsonValue schema, Set<String> within) {
    if (Tree.isFalse(schema)) return List.of();
    var members = Tree.members(schema);
    var own = List.of(new ShapeDraft("", "", types(members.get("type")), words(members)));
    var all = own;
    var reference = Tree.text(members.get("$ref"));
    if (!reference.isEmpty()) all = and(all, referred(reference, within), "$ref", members);
    for (var each : Tree.items(members.get("allOf"))) {
      all = and(all, drafts(each, within), "allOf", members);
    }
    for (var word : List.of("anyOf", "oneOf")) {
      if (members.containsKey(word)) all = and(all, anyOf(members, word, within), word, members);
    }
    return all;
  }

  private List<ShapeDraft> anyOf(Map<String, JsonValue> members, String word, Set<String> within) {
    var tags = tags(members);
    var all = new ArrayList<ShapeDraft>();
    for (var each : Tree.items(members.get(word))) {
      var tag = tags.getOrDefault(Tree.text(Tree.members(each).get("$ref")), "");
      UnaryOperator<ShapeDraft> tagged = draft -> tag.isEmpty() ? draft : draft.tagged(tag);
      drafts(each, within).stream().map(tagged).forEach(all::add);
    }
    if (all.size() > SHAPES_MAX) {
      var raw = members.getOrDefault(word, JsonValue.NULL);
      return List.of(new ShapeDraft("", "", null, Map.of(word, raw)));
    }
    return all;
  }

  /** References to shapes with their tags. */
  private static Map<String, String> tags(Map<String, JsonValue> members) {
    var tags = new LinkedHashMap<String, String>();
    var mapping = Tree.members(members.get("discriminator")).get("mapping");
    Tree.members(mapping).forEach((tag, target) -> tags.putIfAbsent(Tree.text(target), tag));
    return tags;
  }

  private List<ShapeDraft> referred(String reference, Set<String> within) {
    var target = at(reference);
    if (within.contains(reference)) return List.of(ShapeDraft.ANY);
    if (target.isEmpty() || within.size() == REFERENCES_MAX || ++steps > STEPS_MAX) {
      return List.of(new ShapeDraft("", "", null, Map.of("$ref", new JsonValue.Text(reference))));
    }
    var name = reference.substring(reference.lastIndexOf('/') + 1);
    var deeper = new LinkedHashSet<>(within);
    deeper.add(reference);
    return drafts(target.get(), deeper).stream()
        .map(draft -> draft.name().isEmpty() ? draft.named(name) : draft)
        .toList();
  }

  private List<ShapeDraft> and(
      List<ShapeDraft> ones, List<ShapeDraft> others, String word, Map<String, JsonValue> members) {
    if ((long) ones.size() * others.size() > SHAPES_MAX) {
      var raw = members.getOrDefault(word, JsonValue.NULL);
      var whole = new ShapeDraft("", "", null, Map.of(word, raw));
      return ones.stream().map(one -> one.and(whole, merged)).toList();
    }
    return ones.stream()
        .flatMap(one -> others.stream().map(other -> one.and(other, merged)))
        .toList();
  }

  private static @Nullable Set<String> types(@Nullable JsonValue type) {
    if (type == null) return null;
    var types = new LinkedHashSet<>(Tree.texts(type));
    if (!Tree.text(type).isEmpty()) types.add(Tree.text(type));
    return types;
  }

  private static Map<String, JsonValue> words(Map<String, JsonValue> members) {
    var words = new LinkedHashMap<>(members);
    words.keySet().removeIf(word -> TAKEN_APART.contains(word) || ApiDocument.isText(word));
    return words;
  }

  private boolean takesNull(ShapeDraft draft) {
    var types = draft.types();
    var words = draft.words();
    var choices = words.get("enum");
    return (types == null || types.contains("null"))
        && (choices == null || Tree.items(choices).contains(JsonValue.NULL))
        && words.getOrDefault("const", JsonValue.NULL).equals(JsonValue.NULL);
  }

  private static void split(ShapeDraft draft, List<Alternative> all) {
    var words = new LinkedHashMap<>(draft.words());
    words.computeIfPresent("enum", (_, choices) -> withoutNull(choices));
    var types = draft.types();
    if (types == null) {
      if (!isNullAlone(draft.words())) {
        all.add(new Alternative(draft.name(), draft.tag(), "", words));
      }
      return;
    }
    for (var type : types) {
      if (!type.equals("null") && !(type.equals("integer") && types.contains("number"))) {
        all.add(new Alternative(draft.name(), draft.tag(), type, of(type, words)));
      }
    }
  }

  private static boolean isNullAlone(Map<String, JsonValue> words) {
    return JsonValue.NULL.equals(words.get("const"))
        || (words.get("enum") instanceof JsonValue.Items(var choices)
            && choices.stream().allMatch(JsonValue.NULL::equals));
  }

  private static JsonValue withoutNull(JsonValue choices) {
    return new JsonValue.Items(
        Tree.items(choices).stream().filter(each -> !each.equals(JsonValue.NULL)).toList());
  }

  /** The words that say something of a type. */
  private static Map<String, JsonValue> of(String type, Map<String, JsonValue> words) {
    var own = WORDS.getOrDefault(type.equals("integer") ? "number" : type, Set.of());
    var kept = new LinkedHashMap<>(words);
    kept.keySet()
        .removeIf(word ->
            !own.contains(word)
                && WORDS.values().stream().anyMatch(others -> others.contains(word)));
    return kept;
  }
}
