package dev.covet.web.docs;

import dev.covet.schema.BodySchema;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.Kind;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.ResponseSchema;
import dev.covet.schema.Schema;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.ReasonPhrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one operation of a document. Not thread-safe. */
final class OperationJson {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  /** OpenAPI 3.2 calls it {@code itemSchema}, for which 3.1 has no word. */
  static final String ITEM_SCHEMA = "x-itemSchema";

  /** Headers that a document says in other places, and has no parameters for (4.8.12.2). */
  private static final Set<String> NO_PARAMETERS = Set.of("accept", "content-type");

  /** What a map of the query holds. */
  private static final String OTHERS =
      "Each parameter by its name, unless another one here is called so.";

  private final JsonSchemas schemas;
  private final Paths paths;
  private final ErrorExamples examples;
  private final Credentials credentials;
  private final Summaries summaries;

  /** What stands beside the operations: examples of their errors, and who may call them. */
  record Beside(ErrorExamples examples, Credentials credentials) {}

  OperationJson(JsonSchemas schemas, Paths paths, Beside beside, Summaries summaries) {
    this.schemas = schemas;
    this.paths = paths;
    this.examples = beside.examples();
    this.credentials = beside.credentials();
    this.summaries = summaries;
  }

  Map<String, Object> of(Operation operation) {
    var json = ObjectJson.of("operationId", operation.id());
    var tags = Stream.of(operation.tag()).filter(each -> !each.isEmpty()).toList();
    ObjectJson.putIfAny(json, "tags", tags);
    ObjectJson.putIfAny(json, "summary", summaries.of(operation));
    ObjectJson.putIfAny(json, "description", text(operation));
    ObjectJson.putIfAny(json, "deprecated", operation.deprecated());
    ObjectJson.putIfAny(json, "security", credentials.requirements(operation));
    ObjectJson.putIfAny(json, "parameters", parameters(operation));
    var body = operation.body();
    if (body != null) json.put("requestBody", body(operation, body));
    json.put("responses", responses(operation));
    ObjectJson.putIfAny(json, "callbacks", WebhookJson.callbacks(operation, this::of));
    return json;
  }

  /** The operation's own text, and what OpenAPI has no place for. */
  private String text(Operation operation) {
    var texts = new ArrayList<String>();
    texts.add(operation.text());
    operation.parameters().stream()
        .filter(each -> isNoParameter(each) || Credentials.is(each))
        .forEach(each -> texts.add(header(each)));
    paths
        .longer(operation)
        .ifPresent(
            other -> texts.add("A longer path below this one leads to `" + other.source() + "`."));
    return joined(texts);
  }

  /** A header that is no parameter, and what limits it; of credentials the limits alone. */
  private String header(Parameter parameter) {
    var schema = schemas.of(given(parameter.schema()), Side.INPUT);
    var start = "Reads the header `" + parameter.name() + "`";
    if (schema.equals(Map.of("type", "string"))) {
      return Credentials.is(parameter) ? "" : start + ".";
    }
    return start + ", a value of `" + JsonText.of(schema) + "`.";
  }

  private static boolean isNoParameter(Parameter parameter) {
    return parameter.in().equals("header")
        && NO_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT));
  }

  /** Each once: names of headers differ by more than case. */
  private List<Object> parameters(Operation operation) {
    var all = new LinkedHashMap<String, Object>();
    for (var parameter : operation.parameters()) {
      if (!isNoParameter(parameter) && !Credentials.is(parameter)) {
        var isHeader = parameter.in().equals("header");
        var name = isHeader ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
        all.putIfAbsent(parameter.in() + " " + name, parameter(operation, parameter));
      }
    }
    return List.copyOf(all.values());
  }

  private Map<String, Object> parameter(Operation operation, Parameter parameter) {
    var schema = schemas.of(given(parameter.schema()), Side.INPUT);
    if (parameter.defaultText() != null) {
      schema.put("default", Defaults.of(parameter.schema(), parameter.defaultText()));
    }
    var isMap = given(parameter.schema()) instanceof Schema.MapOf;
    var texts = new ArrayList<String>();
    texts.add(parameter.text());
    var name = parameter.name();
    if (parameter.in().equals("path")) {
      name = paths.variable(operation, name);
      texts.addAll(pathTexts(operation, parameter, name));
    }
    texts.add(schema.remove("description") instanceof String limits ? limits : "");
    texts.add(isTruth(parameter.schema()) ? Parameter.TRUTHS : "");
    texts.add(isMap ? OTHERS : "");
    var json = ObjectJson.of("name", name);
    json.put("in", parameter.in());
    ObjectJson.putIfAny(json, "description", joined(texts));
    ObjectJson.putIfAny(json, "required", parameter.required());
    ObjectJson.putIfAny(json, "deprecated", parameter.remarks().deprecated());
    if (isMap) {
      json.put("style", "form");
      json.put("explode", true);
    }
    json.put("schema", schema);
    Examples.put(json, parameter.remarks().examples());
    if (parameter.remarks().examples().isEmpty() && parameter.required()) {
      schemas.example(parameter).ifPresent(example -> json.put("example", example));
    }
    return json;
  }

  /** No text is null: what may be null may be left out. */
  private static Schema given(Schema schema) {
    return schema instanceof Schema.Nullable(var of) ? of : schema;
  }

  private static List<String> pathTexts(Operation operation, Parameter parameter, String shown) {
    var texts = new ArrayList<String>();
    if (Paths.isRest(operation, parameter.name())) {
      texts.add(
          "The rest of the path, which may have several segments. The slashes between them are sent as"
              + " they are: `%2F` is refused, so that Swagger UI can send one segment alone.");
    }
    if (!shown.equals(parameter.name())) {
      texts.add("Error responses call it `" + parameter.name() + "`.");
    }
    return texts;
  }

  private static boolean isTruth(Schema schema) {
    return switch (schema) {
      case Schema.Scalar(var kind, _) -> kind == Kind.BOOLEAN;
      case Schema.Nullable(var of) -> isTruth(of);
      case Schema.ListOf(var element, _) -> isTruth(element);
      case Schema.MapOf(_, var value, _) -> isTruth(value);
      case Schema.Choice _,
          Schema.Ref _,
          Schema.Union _,
          Schema.ChangesOf _,
          Schema.AnyOf _,
          Schema.Any _ ->
          false;
    };
  }

  private static String joined(List<String> texts) {
    return texts.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  private Map<String, Object> body(Operation operation, BodySchema body) {
    var json = new LinkedHashMap<String, Object>();
    ObjectJson.putIfAny(json, "required", operation.bodyRequired());
    json.put("content", content(body, Side.ofRequest(operation)));
    return json;
  }

  /** By status; those of one status, such as several errors, are one response. */
  private Map<String, Object> responses(Operation operation) {
    if (operation.webhook()) {
      return WebhookJson.responses(operation, each -> response(operation, List.of(each)));
    }
    var byStatus = new TreeMap<Integer, List<ResponseSchema>>();
    operation.responses().stream()
        .filter(each -> !each.isByHand())
        .forEach(each -> byStatus.computeIfAbsent(each.status(), _ -> new ArrayList<>()).add(each));
    var json = new LinkedHashMap<String, Object>();
    byStatus.forEach((status, same) -> json.put(String.valueOf(status), response(operation, same)));
    json.put("default", others(operation));
    return json;
  }

  private Map<String, Object> others(Operation operation) {
    return operation.responses().stream().anyMatch(ResponseSchema::isByHand)
        ? ObjectJson.of("description", "Any response: the method makes it by hand.")
        : any(errorBodies(operation, List.of(BuiltInError.INTERNAL_ERROR.answer())));
  }

  private static Map<String, Object> any(Map<String, Object> errors) {
    var json = ObjectJson.of("description", "Any other error.");
    json.put("content", errors);
    return json;
  }

  private Map<String, Object> response(Operation operation, List<ResponseSchema> same) {
    var bodies = new LinkedHashMap<String, Object>();
    var errors = same.stream().filter(each -> each.errorCode() != null).toList();
    for (var each : same) {
      if (each.errorCode() != null && each.equals(errors.getFirst())) {
        errorBodies(operation, errors)
            .forEach((type, body) -> bodies.merge(type, body, OperationJson::either));
      } else if (each.content() != null) {
        content(each.content(), Side.ofResponse(operation))
            .forEach((type, body) -> bodies.merge(type, body, OperationJson::either));
      }
    }
    var texts = same.stream().map(this::text).collect(Collectors.toCollection(LinkedHashSet::new));
    var json = ObjectJson.of("description", String.join("\n\n", texts));
    ObjectJson.putIfAny(json, "headers", headers(same));
    ObjectJson.putIfAny(json, "content", bodies);
    return json;
  }

  private Map<String, Object> headers(List<ResponseSchema> same) {
    var json = new LinkedHashMap<String, Object>();
    same.stream()
        .flatMap(each -> each.headers().stream())
        .forEach(each -> json.putIfAbsent(each.name(), header(each.text(), each.schema())));
    return json;
  }

  private Map<String, Object> header(String text, Schema schema) {
    var json = new LinkedHashMap<String, Object>();
    ObjectJson.putIfAny(json, "description", text);
    json.put("schema", schemas.of(schema, Side.OUTPUT));
    return json;
  }

  /** A body that fits one of two schemas, where they differ. */
  private static Object either(Object one, Object other) {
    if (one.equals(other)) return one;
    var shapes = Stream.of(one, other).flatMap(OperationJson::shapes).distinct().toList();
    return ObjectJson.of("schema", ObjectJson.of("anyOf", shapes));
  }

  /** The shapes that the schema of a body leaves open. */
  private static Stream<Object> shapes(Object body) {
    var schema = body instanceof Map<?, ?> content ? content.get("schema") : null;
    return schema instanceof Map<?, ?> map && map.get("anyOf") instanceof List<?> shapes
        ? shapes.stream().map(Object.class::cast)
        : Stream.ofNullable(schema);
  }

  /**
   * A description is required (OpenAPI 3.1, 4.8.17), so a bare response has the phrase of its
   * status.
   */
  private String text(ResponseSchema response) {
    var phrase = ReasonPhrases.of(response.status());
    var usual = phrase.isEmpty() ? "Status " + response.status() : phrase;
    var text = response.text().isEmpty() ? usual : response.text();
    var content = response.content();
    if (content != null
        && content.isPiecewise()
        && content.schema() instanceof Schema.ListOf pieces) {
      var piece = JsonText.of(schemas.of(pieces.element(), Side.OUTPUT));
      var what = content.isEvents() ? "The data of each event" : "Each line";
      return text + "\n\n" + what + " is a value of `" + piece + "`.";
    }
    return response.errorCode() == null ? text : "`" + response.errorCode() + "`: " + text;
  }

  private Map<String, Object> errorBodies(Operation operation, List<ResponseSchema> errors) {
    var error = Side.Shown.error(operation);
    var own = ObjectJson.of("schema", schemas.of(error.schema(), error.side()));
    ObjectJson.putIfAny(own, "examples", examples.own(operation, errors));
    var problem = ObjectJson.of("schema", schemas.of(ErrorSchemas.PROBLEM_JSON.ref(), Side.ERROR));
    ObjectJson.putIfAny(problem, "examples", examples.problems(operation, errors));
    var bodies = ObjectJson.of(JSON, own);
    bodies.put(PROBLEM, problem);
    return bodies;
  }

  /** A form goes first: generators of clients that take only the first then know its fields. */
  private Map<String, Object> content(BodySchema content, Side side) {
    var types = new LinkedHashMap<String, Object>();
    var forms = Comparator.comparing(BodySchema::isForm).reversed();
    for (var each : content.all().sorted(forms).toList()) {
      var media = ObjectJson.of("schema", schema(each, side));
      if (each.isPiecewise() && each.schema() instanceof Schema.ListOf pieces) {
        var piece = schemas.of(pieces.element(), side);
        media.put(ITEM_SCHEMA, each.isEvents() ? event(pieces.element(), piece) : piece);
      }
      Examples.put(media, each.examples());
      if (each.examples().isEmpty()) {
        schemas.example(each, side).ifPresent(example -> media.put("example", example));
      }
      if (each.isForm() && !each.isMultipart() && each.schema() instanceof Schema.Ref fields) {
        putRepeated(media, fields, side);
      }
      types.put(each.mediaType(), media);
    }
    return types;
  }

  /** An event as OpenAPI 3.2 has it (4.14.4): fields of text, of which the data may hold JSON. */
  private static Map<String, Object> event(Schema value, Map<String, Object> json) {
    var text = ObjectJson.of("type", "string");
    var data = new LinkedHashMap<>(text);
    if (!(value instanceof Schema.Scalar(var kind, _) && kind == Kind.STRING)) {
      data.put("contentMediaType", JSON);
      data.put("contentSchema", json);
    }
    var fields = ObjectJson.of("data", data);
    fields.put("event", text);
    fields.put("id", text);
    var retry = ObjectJson.of("type", "integer");
    retry.put("minimum", 0);
    fields.put("retry", retry);
    var event = ObjectJson.of("type", "object");
    event.put("properties", fields);
    event.put("required", List.of("data"));
    return event;
  }

  /**
   * Says of lists in a form that their name is there for each element, as is the default of OpenAPI
   * (3.1, 4.8.15): Swagger UI and generators of clients else send one field with commas in it.
   */
  private static void putRepeated(Map<String, Object> media, Schema.Ref fields, Side side) {
    var repeated = ObjectJson.of("style", "form");
    repeated.put("explode", true);
    var lists = new LinkedHashMap<String, Object>();
    fields.target().get().properties().stream()
        .filter(each -> side.shows(each) && given(each.schema()) instanceof Schema.ListOf)
        .forEach(each -> lists.put(each.name(), repeated));
    ObjectJson.putIfAny(media, "encoding", lists);
  }

  /**
   * Lines of JSON and events are no JSON themselves; what each of them is has a word of its own.
   * Bytes need no schema, but generators of clients read what has none as text.
   */
  private Map<String, Object> schema(BodySchema content, Side side) {
    if (content.isPiecewise()) return ObjectJson.of("type", "string");
    if (content.schema() instanceof Schema.Any && !isJson(content.mediaType())) {
      return ScalarWords.type("string", "binary");
    }
    var schema = schemas.of(content.schema(), side);
    if (content.defaultJson() != null) schema.put("default", JsonText.ready(content.defaultJson()));
    return schema;
  }

  private static boolean isJson(String mediaType) {
    return MediaType.list(mediaType).stream().anyMatch(MediaType::isJson);
  }
}
