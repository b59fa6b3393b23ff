package kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.JsonValue;
import dev.covet.api.JsonValue.Items;
import dev.covet.api.JsonValue.Members;
import dev.covet.api.JsonValue.Text;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.limit.LimitSource;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S4.docs: the app takes every example of its document, and answers errors as it shows them. */
class ExamplesTest {
  private static final String JSON = "application/json";
  private static final Json READER =
      new Json(
          LimitSource.with(
              Map.of("jsonValuesMax", 1 << 20, "jsonStringBytesMax", 1 << 20), JsonLimits::from));

  @AutoClose private final TestClient client = TestClient.of(KindsApp.app());

  private final JsonValue document = READER.read(client.get("/openapi.json").bytes(), Codecs.VALUE);

  /** An operation of the document. */
  private record Shown(String path, Method method, JsonValue json) {}

  private List<Shown> operations() {
    var all = new ArrayList<Shown>();
    members(at(document, "paths"))
        .forEach((path, methods) ->
            members(methods)
                .forEach((method, json) ->
                    all.add(
                        new Shown(path, Method.valueOf(method.toUpperCase(Locale.ROOT)), json))));
    return all;
  }

  @Test
  void everyExampleOfABodyIsTaken() {
    var without = new ArrayList<String>();
    var refused = new ArrayList<String>();
    for (var each : operations()) {
      var content = at(each.json(), "requestBody", "content", JSON);
      if (content instanceof JsonValue.Null) continue;
      var example = example(content);
      if (example.isEmpty()) {
        without.add(text(at(each.json(), "operationId")));
      } else {
        var answer =
            client.request(each.method(), target(each)).json(written(example.get())).send();
        if (List.of(400, 415, 422, 500).contains(answer.status())) {
          refused.add(each.path() + " " + written(example.get()) + " " + answer.text());
        }
      }
    }
    assertThat(refused).isEmpty();
    // of a bare value the pages make one up from its type
    assertThat(without)
        .containsExactlyInAnyOrder("bodiesAny", "bodiesNumber", "bodiesText", "bodiesColors");
  }

  @Test
  void everyObjectHasAnExample() {
    var without = new ArrayList<String>();
    members(at(document, "components", "schemas"))
        .forEach((name, schema) -> {
          if (has(schema, "properties") && example(schema).isEmpty()) {
            without.add(name);
          }
        });
    assertThat(without)
        .containsExactlyInAnyOrder(
            "CovetError", "CovetProblem", "ErrorEnvelope", "ProblemDocument", "ProblemMember");
  }

  @Test
  void whatTheDocumentShowsOfAMissingFieldIsWhatAClientGets() {
    var checked = 0;
    for (var each : operations()) {
      var shown = at(each.json(), "responses", "422", "content", JSON, "examples");
      if (!has(each.json(), "requestBody", "content", JSON)) continue;
      var details = at(resolved(at(shown, "VALIDATION_ERROR")), "value", "error", "details");
      if (!written(details).contains("\"missing\"") || each.path().startsWith("/inner")) continue;
      var body = written(details).contains("\"body\",0") ? "[{}]" : "{}";
      var answer = client.request(each.method(), target(each)).json(body).send();
      assertThat(answer.text()).as(each.path()).contains(unwrapped(written(details)));
      checked++;
    }
    assertThat(checked).isGreaterThan(3);
  }

  private static String unwrapped(String list) {
    return list.substring(1, list.length() - 1);
  }

  @Test
  void errorsOfAMountedAppAreShownInItsOwnFormat() {
    var names =
        members(at(document, "components", "examples")).values().stream()
            .map(ExamplesTest::written)
            .toList();
    assertThat(names)
        .anyMatch(each -> each.startsWith("{\"value\":{\"error\":{\"name\":\"VALIDATION_ERROR\""))
        .anyMatch(each -> each.startsWith("{\"value\":{\"error\":{\"code\":\"VALIDATION_ERROR\""));
  }

  @Test
  void twoStartsGiveTheSameDocument() {
    try (var other = TestClient.of(KindsApp.app())) {
      assertThat(other.get("/openapi.json").bytes()).isEqualTo(client.get("/openapi.json").bytes());
    }
  }

  /** The path and the query with the examples of what is required. */
  private String target(Shown operation) {
    var path = operation.path();
    if (at(operation.json(), "parameters") instanceof Items(var parameters)) {
      for (var each : parameters) path = with(path, each);
    }
    return path;
  }

  private String with(String path, JsonValue parameter) {
    var example = example(parameter).orElse(JsonValue.NULL);
    var value = example instanceof Text(var text) ? text : written(example);
    var name = text(at(parameter, "name"));
    var isQuery = has(parameter, "required") && text(at(parameter, "in")).equals("query");
    var more = isQuery ? (path.contains("?") ? "&" : "?") + name + "=" + value : "";
    return path.replace("{" + name + "}", value) + more;
  }

  /** The example of a body or a schema: its own, or that of what it refers to. */
  private Optional<JsonValue> example(JsonValue json) {
    if (has(json, "example")) return Optional.of(at(json, "example"));
    if (at(json, "examples") instanceof Items(var several) && !several.isEmpty()) {
      return Optional.of(several.getFirst());
    }
    if (at(json, "examples") instanceof Members(var named)) {
      return Optional.of(at(named.values().iterator().next(), "value"));
    }
    if (has(json, "schema")) return example(at(json, "schema"));
    if (has(json, "$ref")) return example(resolved(json));
    for (var choice : List.of("oneOf", "anyOf")) {
      if (at(json, choice) instanceof Items(var shapes)) return example(shapes.getFirst());
    }
    return Optional.empty();
  }

  private JsonValue resolved(JsonValue json) {
    var ref = at(json, "$ref");
    return ref instanceof JsonValue.Null
        ? json
        : at(document, text(ref).substring(2).split("/", -1));
  }

  private static JsonValue at(JsonValue json, String... names) {
    var found = json;
    for (var name : names) found = members(found).getOrDefault(name, JsonValue.NULL);
    return found;
  }

  private static boolean has(JsonValue json, String... names) {
    return !(at(json, names) instanceof JsonValue.Null);
  }

  private static Map<String, JsonValue> members(JsonValue json) {
    return json instanceof Members(var members) ? members : Map.of();
  }

  private static String text(JsonValue json) {
    return json instanceof Text(var text) ? text : "";
  }

  private static String written(JsonValue json) {
    return new String(READER.write(Codecs.VALUE, json), StandardCharsets.UTF_8);
  }
}
