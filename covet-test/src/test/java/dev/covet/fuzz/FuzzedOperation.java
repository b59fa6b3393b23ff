package dev.covet.fuzz;

import dev.covet.api.JsonValue;
import dev.covet.api.JsonValue.Members;
import dev.covet.api.JsonValue.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of a document, and where it takes something.
 *
 * @param path with a value for each variable
 * @param parameter its name, {@code ""} for bodies
 * @param echo whether it takes and answers the same component
 */
record FuzzedOperation(
    FuzzPlace place, String method, String path, String parameter, boolean echo) {

  /** All of a document that take something at a place, in its order. */
  static List<FuzzedOperation> of(JsonValue document, FuzzPlace place) {
    return members(document, "paths").entrySet().stream()
        .flatMap(path ->
            members(path.getValue()).entrySet().stream()
                .flatMap(method -> of(path.getKey(), method.getKey(), method.getValue())))
        .filter(each -> each.place() == place)
        .distinct()
        .toList();
  }

  private static Stream<FuzzedOperation> of(String path, String method, JsonValue operation) {
    var filled = path.replaceAll("\\{[^}]*}", "1");
    var verb = method.toUpperCase(Locale.ROOT);
    var types = members(operation, "requestBody", "content");
    var bodies =
        Stream.of(FuzzPlace.BODY, FuzzPlace.FORM)
            .filter(each -> types.containsKey(mediaType(each)))
            .map(each ->
                new FuzzedOperation(
                    each, verb, filled, "", each == FuzzPlace.BODY && isEcho(operation)));
    var parameters =
        items(operation, "parameters")
            .flatMap(each ->
                FuzzPlace.in(text(each, "in").orElse("")).stream()
                    .map(place ->
                        new FuzzedOperation(
                            place,
                            verb,
                            filled,
                            place == FuzzPlace.HEADER ? text(each, "name").orElse("") : "",
                            false)));
    return Stream.concat(bodies, parameters);
  }

  private static String mediaType(FuzzPlace place) {
    return place == FuzzPlace.BODY ? "application/json" : "application/x-www-form-urlencoded";
  }

  private static boolean isEcho(JsonValue operation) {
    var in = schema(operation, "requestBody");
    return in.isPresent()
        && Stream.of("200", "201")
            .anyMatch(status ->
                schema(find(operation, "responses").orElse(JsonValue.NULL), status).equals(in));
  }

  private static Optional<String> schema(JsonValue at, String name) {
    return find(at, name, "content", "application/json", "schema")
        .flatMap(each -> text(each, "$ref"));
  }

  private static Stream<JsonValue> items(JsonValue at, String name) {
    return find(at, name).stream()
        .flatMap(
            each -> each instanceof JsonValue.Items(var values) ? values.stream() : Stream.of());
  }

  private static Optional<String> text(JsonValue at, String name) {
    return find(at, name)
        .flatMap(each -> each instanceof Text(var value) ? Optional.of(value) : Optional.empty());
  }

  private static Map<String, JsonValue> members(JsonValue at, String... names) {
    return find(at, names)
        .map(each -> each instanceof Members(var values) ? values : Map.<String, JsonValue>of())
        .orElse(Map.of());
  }

  private static Optional<JsonValue> find(JsonValue at, String... names) {
    var found = Optional.of(at);
    for (var name : names) {
      found =
          found.flatMap(each ->
              each instanceof Members(var values)
                  ? Optional.ofNullable(values.get(name))
                  : Optional.empty());
    }
    return found;
  }
}
