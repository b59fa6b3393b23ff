package dev.covet.web.docs;

import dev.covet.schema.Answer;
import dev.covet.schema.Content;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes an OpenAPI 3.1 document out of operations; the same operations always give the same bytes.
 * Not thread-safe.
 */
public final class OpenApi {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final List<Operation> operations;
  private final JsonSchemas schemas;

  private OpenApi(List<Operation> operations) {
    this.operations = operations.stream().filter(operation -> !operation.hidden()).toList();
    this.schemas = new JsonSchemas(uses());
  }

  /**
   * The document as a tree of maps and lists, for {@code Docs.edit}.
   *
   * @throws IllegalArgumentException if two operations have one id, or one method and path
   */
  static Map<String, Object> tree(Docs docs, List<Operation> operations) {
    return new OpenApi(operations).document(docs);
  }

  /**
   * What makes operations unfit for one document: ids, or methods and paths, that occur twice.
   * Empty if they are fit.
   */
  public static List<String> faults(List<Operation> operations) {
    var faults = new ArrayList<String>();
    var ids = new TreeMap<String, Operation>();
    var routes = new TreeMap<String, Operation>();
    for (var operation : operations) {
      var twin = ids.putIfAbsent(operation.id(), operation);
      if (twin != null) {
        faults.add(
            "%s and %s have one operation id, %s. Rename one of them."
                .formatted(twin.source(), operation.source(), operation.id()));
      }
      var route = operation.method() + " " + operation.path();
      var rival = routes.putIfAbsent(route, operation);
      if (rival != null) {
        faults.add(
            "%s and %s both answer %s. Give one of them another path."
                .formatted(rival.source(), operation.source(), route));
      }
    }
    return faults;
  }

  private Uses uses() {
    var uses = new Uses();
    for (var operation : operations) {
      operation.parameters().forEach(parameter -> uses.add(parameter.schema(), View.INPUT));
      if (operation.body() != null) {
        uses.add(operation.body().schema(), View.INPUT);
      }
      for (var answer : operation.answers()) {
        if (answer.content() != null) {
          uses.add(answer.content().schema(), View.OUTPUT);
        }
      }
      var error = Shown.error(operation);
      uses.add(error.schema(), error.view());
    }
    uses.add(ErrorSchemas.PROBLEM_JSON.ref(), View.ERROR);
    return uses;
  }

  /** A body, and the side it is seen from. */
  private record Shown(Schema schema, View view) {
    static Shown error(Operation operation) {
      var own = operation.errorBody();
      return own == null
          ? new Shown(ErrorSchemas.ENVELOPE.ref(), View.ERROR)
          : new Shown(own, View.OUTPUT);
    }
  }

  private Map<String, Object> document(Docs docs) {
    var faults = faults(operations);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (var operation : operations) {
      var path = operation.path().replace("...}", "}");
      paths
          .computeIfAbsent(path, _ -> new LinkedHashMap<>())
          .put(operation.method().toLowerCase(Locale.ROOT), operation(operation));
    }
    var info = new LinkedHashMap<String, Object>();
    info.put("title", docs.title());
    info.put("version", docs.version());
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", info);
    document.put("paths", paths);
    document.put("components", named("schemas", schemas.components()));
    document.put("tags", tags());
    return document;
  }

  private List<Map<String, Object>> tags() {
    return operations.stream()
        .map(Operation::tag)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .map(tag -> named("name", tag))
        .toList();
  }

  private Map<String, Object> operation(Operation operation) {
    var json = named("operationId", operation.id());
    if (!operation.tag().isEmpty()) {
      json.put("tags", List.of(operation.tag()));
    }
    putText(json, "summary", operation.summary());
    putText(json, "description", operation.text());
    if (operation.deprecated()) {
      json.put("deprecated", true);
    }
    if (!operation.parameters().isEmpty()) {
      json.put("parameters", operation.parameters().stream().map(this::parameter).toList());
    }
    if (operation.body() != null) {
      var body = named("required", true);
      body.put("content", content(operation.body(), View.INPUT));
      json.put("requestBody", body);
    }
    json.put("responses", responses(operation));
    return json;
  }

  private Map<String, Object> parameter(Parameter parameter) {
    var schema = schemas.of(parameter.schema(), View.INPUT);
    if (parameter.defaultText() != null) {
      schema.put("default", Defaults.of(parameter.schema(), parameter.defaultText()));
    }
    var json = named("name", parameter.name());
    json.put("in", parameter.in());
    putText(json, "description", parameter.text());
    if (parameter.required()) {
      json.put("required", true);
    }
    json.put("schema", schema);
    return json;
  }

  /** Answers by status; those of one status, such as several errors, are one response. */
  private Map<String, Object> responses(Operation operation) {
    var byStatus = new TreeMap<Integer, List<Answer>>();
    var error = Shown.error(operation);
    operation
        .answers()
        .forEach(a -> byStatus.computeIfAbsent(a.status(), _ -> new ArrayList<>()).add(a));
    var json = new LinkedHashMap<String, Object>();
    byStatus.forEach((status, same) -> json.put(String.valueOf(status), response(same, error)));
    json.put("default", error("Any other error.", error));
    return json;
  }

  private Map<String, Object> response(List<Answer> same, Shown error) {
    var texts =
        same.stream().map(OpenApi::text).collect(Collectors.toCollection(LinkedHashSet::new));
    var text = String.join("\n\n", texts);
    if (same.stream().anyMatch(answer -> answer.errorCode() != null)) {
      return error(text, error);
    }
    var json = named("description", text);
    var bodies = new LinkedHashMap<String, Object>();
    for (var answer : same) {
      if (answer.content() != null) {
        bodies.putAll(content(answer.content(), View.OUTPUT));
      }
    }
    if (!bodies.isEmpty()) {
      json.put("content", bodies);
    }
    return json;
  }

  /**
   * A description is required (OpenAPI 3.1, 4.8.17), so a bare answer has the phrase of its status.
   */
  private static String text(Answer answer) {
    var text = answer.text().isEmpty() ? Phrases.of(answer.status()) : answer.text();
    return answer.errorCode() == null ? text : "`" + answer.errorCode() + "`: " + text;
  }

  private Map<String, Object> error(String text, Shown error) {
    var bodies = named(JSON, named("schema", schemas.of(error.schema(), error.view())));
    bodies.put(PROBLEM, named("schema", schemas.of(ErrorSchemas.PROBLEM_JSON.ref(), View.ERROR)));
    var json = named("description", text);
    json.put("content", bodies);
    return json;
  }

  private Map<String, Object> content(Content content, View view) {
    Schema schema = content.schema();
    return named(content.mediaType(), named("schema", schemas.of(schema, view)));
  }

  private static void putText(Map<String, Object> json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  private static Map<String, Object> named(String name, Object value) {
    var json = new LinkedHashMap<String, Object>();
    json.put(name, value);
    return json;
  }
}
