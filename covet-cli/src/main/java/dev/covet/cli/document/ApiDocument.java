package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document.
 *
 * @param root all of it
 */
public record ApiDocument(Map<String, JsonValue> root) {
  /** Words that say something to people alone, wherever they are in a document. */
  static final Set<String> TEXTS =
      Set.of("title", "summary", "description", "deprecated", "example", "examples", "$comment");

  /** Words of a path that its operations are made of. */
  public static final Set<String> AROUND =
      Set.of("get put post delete options head patch trace parameters $ref".split(" "));

  private static final Set<String> EXAMPLES = Set.of("example", "examples");

  /** Words whose values are no schemas, whatever they look like. */
  private static final Set<String> VALUES = Set.of("default", "enum", "const");

  /** Words of objects whose members are called as the program likes. */
  private static final Set<String> NAMED =
      Set.of("properties patternProperties $defs schemas headers parameters responses".split(" "));

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final int REFERENCES_MAX = 100;

  /**
   * One operation.
   *
   * @param name its method and path
   * @param shape the same without the names of the path's variables
   * @param path the path
   * @param around what its path says for all its methods
   * @param words what it says itself
   */
  public record Entry(
      String name,
      String shape,
      String path,
      Map<String, JsonValue> around,
      Map<String, JsonValue> words) {
    public String id() {
      return Tree.text(words.get("operationId"));
    }
  }

  /** What is left without the examples, some of which depend on the day on which they are made. */
  public ApiDocument withoutExamples() {
    return new ApiDocument(Tree.members(withoutExamples(new JsonValue.Members(root))));
  }

  private static JsonValue withoutExamples(JsonValue value) {
    return switch (value) {
      case JsonValue.Members(var members) -> {
        var kept = new LinkedHashMap<>(members);
        kept.keySet().removeAll(EXAMPLES);
        kept.replaceAll(ApiDocument::withoutExamples);
        yield new JsonValue.Members(kept);
      }
      case JsonValue.Items(var items) ->
          new JsonValue.Items(items.stream().map(ApiDocument::withoutExamples).toList());
      default -> value;
    };
  }

  /** What a word says, without examples: names of fields are no words, and values have none. */
  private static JsonValue withoutExamples(String word, JsonValue value) {
    if (VALUES.contains(word)) return value;
    if (!NAMED.contains(word) || !(value instanceof JsonValue.Members(var members))) {
      return withoutExamples(value);
    }
    var all = new LinkedHashMap<>(members);
    all.replaceAll((_, each) -> withoutExamples(each));
    return new JsonValue.Members(all);
  }

  public static boolean isText(String word) {
    return TEXTS.contains(word) || word.equals("externalDocs") || word.startsWith("x-");
  }

  /** All operations by their methods and paths, without the names of variables. */
  public Map<String, Entry> operations() {
    var all = new LinkedHashMap<String, Entry>();
    Tree.members(root.get("paths")).forEach((path, item) -> add(all, path, members(item)));
    return all;
  }

  private static void add(Map<String, Entry> all, String path, Map<String, JsonValue> item) {
    for (var method : METHODS) {
      if (item.get(method) instanceof JsonValue.Members(var words)) {
        var name = method.toUpperCase(Locale.ROOT) + " " + path;
        var shape = shape(name);
        var key = all.containsKey(shape) ? name : shape;
        all.put(key, new Entry(name, key, path, item, words));
      }
    }
  }

  /** All webhooks by their methods and names. */
  public Map<String, Entry> webhooks() {
    var all = new LinkedHashMap<String, Entry>();
    Tree.members(root.get("webhooks"))
        .forEach((name, item) -> addCalled(all, "Webhook " + name, name, members(item)));
    return all;
  }

  /** What is called at addresses that requests of an operation name. */
  public Map<String, Entry> callbacks(Entry operation) {
    var all = new LinkedHashMap<String, Entry>();
    Tree.members(operation.words().get("callbacks"))
        .forEach((name, callback) ->
            members(callback)
                .forEach((address, item) ->
                    addCalled(
                        all,
                        "Callback " + name + " of " + operation.name(),
                        name + " " + address,
                        members(item))));
    return all;
  }

  private static void addCalled(
      Map<String, Entry> all, String name, String key, Map<String, JsonValue> item) {
    for (var method : METHODS) {
      if (item.get(method) instanceof JsonValue.Members(var words)) {
        all.put(method + " " + key, new Entry(name, key, "", item, words));
      }
    }
  }

  /** A path whose variables have no names. */
  public static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  /** What a value refers to, if it is a reference and says nothing else; or else the value. */
  JsonValue target(JsonValue value) {
    var here = value;
    for (var i = 0; i < REFERENCES_MAX && isReference(here); i++) {
      here = at(Tree.text(Tree.members(here).get("$ref"))).orElse(here);
    }
    return here;
  }

  static boolean isReference(JsonValue value) {
    var members = Tree.members(value);
    return members.containsKey("$ref")
        && members.keySet().stream().allMatch(each -> each.equals("$ref") || isText(each));
  }

  /** The members of a value, or of what it refers to; with what it says beside the reference. */
  public Map<String, JsonValue> members(@Nullable JsonValue value) {
    var members = Tree.members(value);
    for (var i = 0; i < REFERENCES_MAX && members.containsKey("$ref"); i++) {
      var target = Tree.members(at(Tree.text(members.get("$ref"))).orElse(null));
      var both = new LinkedHashMap<>(target);
      members.forEach((name, each) -> {
        if (!name.equals("$ref")) both.putIfAbsent(name, each);
      });
      members = both;
    }
    return members;
  }

  /** What a reference within the document leads to (RFC 6901). */
  public Optional<JsonValue> at(String reference) {
    if (!reference.startsWith("#/")) return Optional.empty();
    JsonValue here = new JsonValue.Members(root);
    for (var step : reference.substring(2).split("/", -1)) {
      var next = step(here, step);
      if (next == null) return Optional.empty();
      here = next;
    }
    return Optional.of(here);
  }

  private static @Nullable JsonValue step(JsonValue here, String step) {
    var name = plain(step).replace("~1", "/").replace("~0", "~");
    if (here instanceof JsonValue.Items(var items)) {
      var isIndex = name.matches("[0-9]{1,8}") && Integer.parseInt(name) < items.size();
      return isIndex ? items.get(Integer.parseInt(name)) : null;
    }
    return Tree.members(here).get(name);
  }

  private static String plain(String step) {
    try {
      return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return step;
    }
  }
}
