package dev.covet.web.docs;

import dev.covet.schema.BodySchema;
import dev.covet.schema.MessageSchemas;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

  private AsyncApi(List<Operation> operations, AppForms forms) {
    this.operations =
        operations.stream().filter(each -> each.messages() != null && !each.hidden()).toList();
    this.schemas = new JsonSchemas(uses(), new MadeValues(forms));
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
    document.put("info", info);
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
    document.put("components", ObjectJson.of("schemas", plain(schemas.components())));
    return document;
  }

  private Map<String, Object> channel(Operation operation) {
    var channel = ObjectJson.of("address", operation.path().replace("...}", "}"));
    ObjectJson.putIfAny(channel, "summary", operation.summary());
    ObjectJson.putIfAny(channel, "description", operation.text());
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
    return message;
  }

  /** What a message is answered with that is wrong. */
  private Map<String, Object> error(Operation operation) {
    var shown = Side.Shown.error(operation);
    var message = ObjectJson.of("summary", "A message was wrong; the socket stays open.");
    message.put("payload", plain(schemas.of(shown.schema(), shown.side())));
    return message;
  }

  private static Map<String, Object> parameters(Operation operation) {
    var all = new LinkedHashMap<String, Object>();
    for (var each : operation.parameters()) {
      if (!each.in().equals("path")) continue;
      var said = new LinkedHashMap<String, Object>();
      ObjectJson.putIfAny(said, "description", each.text());
      all.put(each.name(), said);
    }
    return all;
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
    var all = operation.parameters().stream().filter(each -> each.in().equals(in)).toList();
    if (all.isEmpty()) return Map.of();
    var properties = new LinkedHashMap<String, Object>();
    all.forEach(each -> properties.put(each.name(), plain(schemas.of(each.schema(), Side.INPUT))));
    var object = ObjectJson.of("type", "object");
    object.put("properties", properties);
    var required = all.stream().filter(Parameter::required).map(Parameter::name).toList();
    ObjectJson.putIfAny(object, "required", required);
    return object;
  }

  private static Map<String, Object> operation(
      Operation operation, String action, List<String> messages) {
    var channel = "#/channels/" + operation.id();
    var json = ObjectJson.of("action", action);
    json.put("channel", ObjectJson.of("$ref", channel));
    ObjectJson.putIfAny(json, "summary", operation.summary());
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
