package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.schema.BodySchema;
import dev.covet.schema.MessageSchemas;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Schema;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes an AsyncAPI 3.0 document out of operations that open WebSockets; the same operations always
 * give the same bytes. Not thread-safe.
 */
final class AsyncApi {
  private static final String RECEIVED = "received";
  private static final String SENT = "sent";
  private static final String ERROR = "error";

  private final List<Operation> operations;
  private final JsonSchemas schemas;
  private final Credentials credentials;
  private final ErrorExamples errors;
  private final Summaries summaries;

  private AsyncApi(List<Operation> operations, AppForms forms) {
    this.operations =
        operations.stream().filter(each -> each.messages() != null && !each.hidden()).toList();
    this.schemas = new JsonSchemas(uses(), new MadeValues(forms));
    this.credentials = new Credentials(forms);
    this.summaries = new Summaries(this.operations);
    this.errors = new ErrorExamples(forms, summaries);
  }

  /** The document as a tree of maps and lists. */
  static Map<String, Object> tree(Docs docs, List<Operation> operations, AppForms forms) {
    return new AsyncApi(operations, forms).document(docs);
  }

  private Uses uses() {
    var uses = new Uses();
    for (var operation : operations) {
      operation.parameters().forEach(each -> uses.add(each.schema(), Side.INPUT));
      uses.add(messages(operation).received().schema(), Side.INPUT);
      uses.add(messages(operation).sent().schema(), Side.OUTPUT);
      var error = Side.Shown.error(operation);
      uses.add(error.schema(), error.side());
    }
    return uses;
  }

  private static MessageSchemas messages(Operation operation) {
    return Objects.requireNonNull(operation.messages());
  }

  private Map<String, Object> document(Docs docs) {
    var info = ObjectJson.of("title", docs.title());
    info.put("version", docs.version());
    ObjectJson.putIfAny(info, "description", docs.description());
    var document = ObjectJson.of("asyncapi", "3.0.0");
    docs.license().ifPresent(it -> info.put("license", license(it)));
    document.put("info", info);
    ObjectJson.putIfAny(document, "servers", servers(docs));
    document.put("defaultContentType", "application/json");
    var channels = new LinkedHashMap<String, Object>();
    operations.forEach(each -> channels.put(each.id(), channel(each)));
    document.put("channels", channels);
    var all = new LinkedHashMap<String, Object>();
    for (var each : operations) {
      all.put(each.id() + "Receive", operation(each, "receive", List.of(RECEIVED)));
      all.put(each.id() + "Send", operation(each, "send", List.of(SENT, ERROR)));
    }
    document.put("operations", all);
    var components = ObjectJson.of("schemas", plain(schemas.components()));
    var signIns = new LinkedHashMap<String, Object>();
    credentials.schemes(operations).forEach((name, said) -> signIns.put(name, signIn(said)));
    ObjectJson.putIfAny(components, "securitySchemes", signIns);
    document.put("components", components);
    return document;
  }

  private static Map<String, Object> license(Docs.License license) {
    var json = ObjectJson.of("name", license.name());
    json.put("url", license.url());
    return json;
  }

  /** Those of an app that have a host: AsyncAPI knows no path alone. */
  private static Map<String, Object> servers(Docs docs) {
    var all = new LinkedHashMap<String, Object>();
    for (var each : docs.servers()) {
      var url = URI.create(each.url());
      if (!url.isAbsolute()) continue;
      var server = ObjectJson.of("host", url.getRawAuthority());
      server.put("protocol", url.getScheme().equals("https") ? "wss" : "ws");
      ObjectJson.putIfAny(server, "pathname", url.getRawPath());
      ObjectJson.putIfAny(server, "description", each.description());
      all.put("server" + (all.size() + 1), server);
    }
    return all;
  }

  /** A security scheme, which has other words here than in OpenAPI. */
  private static Map<String, Object> signIn(Object openApi) {
    var scheme = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) openApi).forEach((name, said) -> scheme.put(String.valueOf(name), said));
    if ("apiKey".equals(scheme.get("type"))) scheme.put("type", "httpApiKey");
    if (scheme.get("flows") instanceof Map<?, ?> flows) {
      var renamed = new LinkedHashMap<String, Object>();
      flows.forEach((name, flow) -> renamed.put(String.valueOf(name), flow(flow)));
      scheme.put("flows", renamed);
    }
    return scheme;
  }

  private static Map<String, Object> flow(Object openApi) {
    var flow = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) openApi)
        .forEach((name, said) ->
            flow.put(name.equals("scopes") ? "availableScopes" : String.valueOf(name), said));
    return flow;
  }

  private Map<String, Object> channel(Operation operation) {
    var channel = ObjectJson.of("address", operation.path().replace("...}", "}"));
    ObjectJson.putIfAny(channel, "summary", summaries.of(operation));
    ObjectJson.putIfAny(channel, "description", text(operation));
    var messages = new LinkedHashMap<String, Object>();
    messages.put(RECEIVED, message(messages(operation).received(), Side.INPUT));
    messages.put(SENT, message(messages(operation).sent(), Side.OUTPUT));
    messages.put(ERROR, error(operation));
    channel.put("messages", messages);
    ObjectJson.putIfAny(channel, "parameters", parameters(operation));
    channel.put("bindings", ObjectJson.of("ws", binding(operation)));
    return channel;
  }

  private Map<String, Object> message(BodySchema body, Side side) {
    var message = ObjectJson.of("contentType", body.mediaType());
    message.put("payload", plain(schemas.of(body.schema(), side)));
    var examples = schemas.messages(body.schema(), side);
    ObjectJson.putIfAny(message, "examples", examples.stream().map(AsyncApi::example).toList());
    return message;
  }

  private static Map<String, Object> example(JsonValue payload) {
    return ObjectJson.of("payload", payload);
  }

  /** The operation's own text, and what AsyncAPI has no place for. */
  private String text(Operation operation) {
    var cookies =
        operation.parameters().stream()
            .filter(each -> each.in().equals("cookie"))
            .map(each -> "Reads the cookie `" + each.name() + "`.");
    return joined(Stream.concat(Stream.of(operation.text()), cookies));
  }

  private static String joined(Stream<String> texts) {
    return texts.filter(each -> !each.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /** What a message is answered with that is wrong. */
  private Map<String, Object> error(Operation operation) {
    var shown = Side.Shown.error(operation);
    var message = ObjectJson.of("summary", "A message was wrong; the socket stays open.");
    message.put("payload", plain(schemas.of(shown.schema(), shown.side())));
    var examples = errors.message(operation).stream().map(AsyncApi::example).toList();
    ObjectJson.putIfAny(message, "examples", examples);
    return message;
  }

  /** Those of the address, which are texts: what else limits them is told in words. */
  private Map<String, Object> parameters(Operation operation) {
    var all = new LinkedHashMap<String, Object>();
    for (var each : operation.parameters()) {
      if (!each.in().equals("path")) continue;
      var said = new LinkedHashMap<String, Object>();
      ObjectJson.putIfAny(said, "description", joined(Stream.of(each.text(), words(each))));
      if (each.schema() instanceof Schema.Choice choice) said.put("enum", choice.values());
      ObjectJson.putIfAny(said, "examples", examples(each).map(AsyncApi::shown).toList());
      all.put(each.name(), said);
    }
    return all;
  }

  private String words(Parameter parameter) {
    if (parameter.schema() instanceof Schema.Choice) return "";
    var schema = plain(schemas.of(parameter.schema(), Side.INPUT));
    return schema.equals(Map.of("type", "string"))
        ? ""
        : "A value of `" + JsonText.of(schema) + "`.";
  }

  private Stream<JsonValue> examples(Parameter parameter) {
    var said = Examples.of(parameter.remarks());
    return said.isEmpty() ? schemas.example(parameter).stream() : said.stream();
  }

  private static String shown(JsonValue value) {
    return value instanceof JsonValue.Text(var text) ? text : JsonText.of(value);
  }

  /** What the handshake takes besides (bindings of WebSockets, 0.1.0). */
  private Map<String, Object> binding(Operation operation) {
    var binding = ObjectJson.of("method", operation.method());
    ObjectJson.putIfAny(binding, "query", object(operation, "query"));
    ObjectJson.putIfAny(binding, "headers", object(operation, "header"));
    binding.put("bindingVersion", "0.1.0");
    return binding;
  }

  private Map<String, Object> object(Operation operation, String in) {
    var all =
        operation.parameters().stream()
            .filter(each -> each.in().equals(in) && !Credentials.is(each))
            .toList();
    if (all.isEmpty()) return Map.of();
    var properties = new LinkedHashMap<String, Object>();
    all.forEach(each -> properties.put(each.name(), property(each)));
    var object = ObjectJson.of("type", "object");
    object.put("properties", properties);
    var required = all.stream().filter(Parameter::required).map(Parameter::name).toList();
    ObjectJson.putIfAny(object, "required", required);
    return object;
  }

  private Map<String, Object> property(Parameter parameter) {
    var schema = parameter.schema() instanceof Schema.Nullable(var of) ? of : parameter.schema();
    var json = plain(schemas.of(schema, Side.INPUT));
    var limits = json.get("description") instanceof String known ? known : "";
    ObjectJson.putIfAny(json, "description", joined(Stream.of(parameter.text(), limits)));
    if (parameter.defaultText() != null) {
      json.put("default", Defaults.of(schema, parameter.defaultText()));
    }
    ObjectJson.putIfAny(json, "examples", examples(parameter).toList());
    return json;
  }

  private Map<String, Object> operation(Operation operation, String action, List<String> messages) {
    var channel = "#/channels/" + operation.id();
    var json = ObjectJson.of("action", action);
    json.put("channel", ObjectJson.of("$ref", channel));
    ObjectJson.putIfAny(json, "summary", summaries.of(operation));
    ObjectJson.putIfAny(json, "security", security(operation));
    if (!operation.tag().isEmpty()) {
      json.put("tags", List.of(ObjectJson.of("name", operation.tag())));
    }
    json.put(
        "messages",
        messages.stream()
            .map(each -> ObjectJson.of("$ref", channel + "/messages/" + each))
            .toList());
    return json;
  }

  /** One of these; AsyncAPI cannot say that several are needed together, or that none is enough. */
  private List<Map<String, Object>> security(Operation operation) {
    return credentials.requirements(operation).stream()
        .flatMap(each -> ((Map<?, ?>) each).keySet().stream())
        .distinct()
        .map(name -> ObjectJson.of("$ref", "#/components/securitySchemes/" + name))
        .toList();
  }

  /** A discriminator is the name of a property here, where OpenAPI has an object. */
  private static Map<String, Object> plain(Map<?, ?> schema) {
    var copy = new LinkedHashMap<String, Object>();
    schema.forEach((name, value) -> copy.put(String.valueOf(name), plain(name, value)));
    return copy;
  }

  private static Object plain(Object name, Object value) {
    return switch (value) {
      case Map<?, ?> said
          when name.equals("discriminator")
              && said.get("propertyName") instanceof String property
              && said.containsKey("mapping") ->
          property;
      case Map<?, ?> members -> plain(members);
      case List<?> items -> items.stream().map(each -> plain("", each)).toList();
      default -> value;
    };
  }
}
