package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.schema.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an OpenAPI 3.1 document out of operations; the same operations always give the same bytes.
 * Not thread-safe.
 */
public final class OpenApi {
  /** What holds for every value, and what JSON Schema has no words for. */
  private static final String RULES =
      "<details><summary>Rules for all values</summary>\n\n"
          + "Strings have no lone surrogates. Dates and times are in the years 0001 to 9999; times"
          + " have at most 9 digits of a second, no leap second, and an offset of at most 18 hours."
          + " Values in a path are not empty, and have no slash, backslash or control character."
          + " An empty string in a query, a header, a cookie or a form counts as missing where a"
          + " number, a boolean, a date, a UUID or one of several words is expected.\n\n</details>";

  private final List<Operation> operations;
  private final List<Operation> webhooks;
  private final Paths paths;
  private final JsonSchemas schemas;
  private final ErrorExamples examples;
  private final Credentials credentials;
  private final OperationJson json;

  private OpenApi(List<Operation> operations, AppForms forms) {
    var shown = operations.stream().filter(OpenApi::isShown).toList();
    this.operations = shown.stream().filter(operation -> !operation.webhook()).toList();
    this.webhooks = shown.stream().filter(Operation::webhook).toList();
    this.paths = new Paths(this.operations);
    var summaries = new Summaries(everything());
    this.examples = new ErrorExamples(forms, summaries);
    this.schemas = new JsonSchemas(uses(), new MadeValues(forms));
    this.credentials = new Credentials(forms);
    this.json =
        new OperationJson(
            schemas, paths, new OperationJson.Beside(examples, credentials), summaries);
  }

  /** What is said over a WebSocket has a document of its own. */
  private static boolean isShown(Operation operation) {
    return !operation.hidden() && operation.messages() == null;
  }

  /**
   * The document as a tree of maps and lists, for {@code Docs.edit}.
   *
   * @param operations webhooks among them
   * @throws IllegalArgumentException if two operations have one id, or one method and path
   */
  static Map<String, Object> tree(Docs docs, List<Operation> operations, AppForms forms) {
    return new OpenApi(operations, forms).document(docs);
  }

  /** A whole document as one of OpenAPI 3.2; the given one is left as it is. */
  static Map<String, Object> newer(Map<String, Object> document) {
    return Newer.of(document);
  }

  /** Each two operations that have one id, which a document tells operations apart by. */
  public static List<String> sameIds(List<Operation> operations) {
    var faults = new ArrayList<String>();
    var ids = new TreeMap<String, Operation>();
    for (var operation : operations) {
      var twin = ids.putIfAbsent(operation.id(), operation);
      if (twin != null) {
        faults.add(
            "%s and %s have one operation id, %s. Rename one of them."
                .formatted(twin.source(), operation.source(), operation.id()));
      }
    }
    return faults;
  }

  /**
   * Each two operations of different groups that have one method and path. Within a group nothing
   * is said.
   *
   * @param groups such as the operations of an app, and those of each app that is mounted in it
   */
  public static List<String> sameRoutes(List<List<Operation>> groups) {
    var faults = new ArrayList<String>();
    var known = new TreeMap<String, Operation>();
    for (var group : groups) {
      var own = new TreeMap<String, Operation>();
      group.forEach(operation -> own.putIfAbsent(Paths.key(operation), operation));
      own.forEach((key, operation) -> {
        var rival = known.putIfAbsent(key, operation);
        if (rival != null) {
          faults.add(
              "%s and %s both answer %s %s. Give one of them another path or method."
                  .formatted(
                      rival.source(), operation.source(), operation.method(), operation.path()));
        }
      });
    }
    return faults;
  }

  /** Operations, webhooks, and what operations call. */
  private List<Operation> everything() {
    var called = operations.stream().flatMap(WebhookJson::called);
    return Stream.of(operations.stream(), webhooks.stream(), called).flatMap(each -> each).toList();
  }

  private Uses uses() {
    var uses = new Uses();
    everything().forEach(operation -> add(uses, operation));
    uses.add(ErrorSchemas.PROBLEM_JSON.ref(), Side.ERROR);
    return uses;
  }

  private static void add(Uses uses, Operation operation) {
    operation.parameters().forEach(parameter -> uses.add(parameter.schema(), Side.INPUT));
    if (operation.body() != null) {
      var side = Side.ofRequest(operation);
      operation.body().all().forEach(each -> uses.add(each.schema(), side));
    }
    for (var response : operation.responses()) {
      if (response.content() != null) {
        uses.add(response.content().schema(), Side.ofResponse(operation));
      }
    }
    if (operation.webhook()) return;
    var error = Side.Shown.error(operation);
    uses.add(error.schema(), error.side());
  }

  private Map<String, Object> document(Docs docs) {
    var all = Stream.concat(operations.stream(), webhooks.stream()).toList();
    var faults = new ArrayList<>(sameIds(all));
    faults.addAll(sameRoutes(operations.stream().map(List::of).toList()));
    if (!faults.isEmpty()) throw new IllegalArgumentException(String.join("\n", faults));
    var info = ObjectJson.of("title", docs.title());
    info.put("description", described(docs.description()));
    docs.license().ifPresent(it -> info.put("license", named(it.name(), "url", it.url())));
    info.put("version", docs.version());
    var document = ObjectJson.of("openapi", "3.1.0");
    document.put("info", info);
    ObjectJson.putIfAny(document, "servers", docs.servers().stream().map(OpenApi::server).toList());
    document.put("paths", paths());
    ObjectJson.putIfAny(document, "webhooks", webhooks());
    document.put("components", components());
    document.put("tags", tags());
    return document;
  }

  private static String described(String text) {
    return text.isBlank() ? RULES : text.strip() + "\n\n" + RULES;
  }

  private static Map<String, Object> server(Docs.Location location) {
    var json = ObjectJson.of("url", location.url());
    ObjectJson.putIfAny(json, "description", location.description());
    return json;
  }

  private static Map<String, Object> named(String name, String key, String value) {
    var json = ObjectJson.of("name", name);
    ObjectJson.putIfAny(json, key, value);
    return json;
  }

  private Map<String, Map<String, Object>> paths() {
    var all = new LinkedHashMap<String, Map<String, Object>>();
    operations.stream()
        .filter(operation -> !paths.isHidden(operation))
        .forEach(operation ->
            all.computeIfAbsent(paths.of(operation), _ -> new LinkedHashMap<>())
                .putAll(WebhookJson.item(operation, json.of(operation))));
    return all;
  }

  private Map<String, Object> webhooks() {
    var all = new LinkedHashMap<String, Object>();
    webhooks.forEach(each -> all.put(each.id(), WebhookJson.item(each, json.of(each))));
    return all;
  }

  private Map<String, Object> components() {
    var components = ObjectJson.of("schemas", schemas.components());
    ObjectJson.putIfAny(components, "examples", examples.components());
    ObjectJson.putIfAny(components, "securitySchemes", credentials.schemes(everything()));
    return components;
  }

  /** Each group once, in the order of its first operation, with the first text that one has. */
  private List<Map<String, Object>> tags() {
    var texts = new LinkedHashMap<String, String>();
    everything().stream()
        .filter(each -> !each.tag().isEmpty())
        .forEach(each ->
            texts.merge(
                each.tag(), each.tagText(), (known, more) -> known.isEmpty() ? more : known));
    return texts.entrySet().stream()
        .map(tag -> named(tag.getKey(), "description", tag.getValue()))
        .toList();
  }

  /**
   * A document of OpenAPI 3.1 as one of 3.2, which has words for bodies that come piece by piece:
   * {@code itemSchema} for events and JSON Lines (3.2, 4.14.1).
   */
  private static final class Newer {
    private Newer() {}

    /** The whole document, as maps and lists; the given one is left as it is. */
    static Map<String, Object> of(Map<String, Object> document) {
      var newer = copy(document);
      newer.put("openapi", "3.2.0");
      return newer;
    }

    private static Map<String, Object> copy(Map<?, ?> json) {
      var copy = new LinkedHashMap<String, Object>();
      json.forEach(
          (name, value) -> copy.put(String.valueOf(name), copy(String.valueOf(name), value)));
      return copy;
    }

    private static @Nullable Object copy(String name, @Nullable Object value) {
      return switch (value) {
        case Map<?, ?> bodies when name.equals("content") -> bodies(bodies);
        case Map<?, ?> members -> copy(members);
        case List<?> items -> items.stream().map(each -> copy("", each)).toList();
        case null, default -> value;
      };
    }

    private static Map<String, Object> bodies(Map<?, ?> bodies) {
      var copy = new LinkedHashMap<String, Object>();
      bodies.forEach((type, body) ->
          copy.put(
              String.valueOf(type),
              body instanceof Map<?, ?> members && members.containsKey(OperationJson.ITEM_SCHEMA)
                  ? pieces(members)
                  : copy("", body)));
      return copy;
    }

    /** The schema of the whole would be that of a list here, and an example of it no text. */
    private static Map<String, Object> pieces(Map<?, ?> body) {
      var piecewise = copy(body);
      var item = piecewise.remove(OperationJson.ITEM_SCHEMA);
      piecewise.remove("schema");
      if (item != null) piecewise.put("itemSchema", item);
      var example = piecewise.remove("example");
      if (example != null) {
        piecewise.put("examples", Map.of("Example 1", shown(example)));
      } else if (piecewise.get("examples") instanceof Map<?, ?> examples) {
        piecewise.put("examples", serialized(examples));
      }
      return piecewise;
    }

    private static Map<String, Object> serialized(Map<?, ?> examples) {
      var all = new LinkedHashMap<String, Object>();
      examples.forEach((name, example) -> {
        var value = example instanceof Map<?, ?> said ? said.get("value") : null;
        if (value != null) all.put(String.valueOf(name), shown(value));
      });
      return all;
    }

    private static Map<String, Object> shown(Object example) {
      var isText = example instanceof String || example instanceof JsonValue.Text;
      return Map.of(isText ? "serializedValue" : "dataValue", example);
    }
  }
}
