package dev.covet.web.docs;

import dev.covet.schema.BodySchema;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.route.Match;
import dev.covet.web.route.Route;
import dev.covet.web.route.RouteTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the document of an app promises of each of its routes. Thread-safe. */
public final class Promises {
  private final Map<String, Operation> operations = new HashMap<>();
  private final RouteTable table;

  /** The promises of these operations; the first one of a method and path counts. */
  public Promises(Collection<Operation> all) {
    all.forEach(each -> operations.putIfAbsent(key(route(each)), each));
    this.table = RouteTable.of(operations.values().stream().map(Promises::route).toList(), _ -> {});
  }

  private static Route route(Operation operation) {
    var method = Method.valueOf(operation.method());
    return Route.of(method, operation.path(), operation.source(), _ -> Response.empty(204));
  }

  private static String key(Route route) {
    return route.method() + " " + route.template().text();
  }

  /** The operation of a route; none if the route is without types. */
  public Optional<Operation> of(Route route) {
    return Optional.ofNullable(operations.get(key(route)));
  }

  /** The operation that a request would reach, also in a mounted app. */
  public Optional<Operation> of(Method method, String path) {
    return table.match(method, path) instanceof Match.Found(var route, _)
        ? of(route)
        : Optional.empty();
  }

  /**
   * The operation that a request has reached, also in a mounted app; none if that was no route, or
   * one without types.
   */
  public Optional<Operation> of(Request request) {
    var found = request.found();
    if (found == null) return Optional.empty();
    return found.operation().isEmpty()
        ? of(request.method(), request.path())
        : Optional.ofNullable(operations.get(found.operation()));
  }

  /**
   * What is to be said of a status, and of the type of its body, that an operation answered;
   * nothing if its document lists them.
   *
   * @param mediaType the value of {@code Content-Type}; empty if there is no body
   */
  public static Optional<String> broken(Operation operation, int status, String mediaType) {
    return operation.lists(status)
        ? brokenType(operation, status, mediaType.split(";", -1)[0].strip())
        : Optional.of(
            ("%s answered %s, which its OpenAPI document does not list (%s). Name the error in"
                    + " \"throws\", or in answers() of the middleware that gave it; add @Status, or"
                    + " return Response.")
                .formatted(operation.source(), status, joined(statuses(operation))));
  }

  private static Stream<String> statuses(Operation operation) {
    return operation.responses().stream().map(ResponseSchema::status).map(String::valueOf);
  }

  /** An error has the types of errors; where no body is listed, its type is nobody's business. */
  private static Optional<String> brokenType(Operation operation, int status, String mediaType) {
    var same = operation.responses().stream().filter(each -> each.status() == status).toList();
    var listed =
        same.stream().flatMap(each -> Stream.ofNullable(each.content())).map(BodySchema::mediaType);
    var types = listed.toList();
    var isFine =
        types.isEmpty()
            || mediaType.isEmpty()
            || same.stream().anyMatch(each -> each.errorCode() != null || each.isByHand())
            || types.stream().anyMatch(mediaType::equalsIgnoreCase);
    return isFine
        ? Optional.empty()
        : Optional.of(
            "%s answered %s with %s, which its OpenAPI document does not list (%s). Add @Produces, or return Response."
                .formatted(operation.source(), status, mediaType, joined(types.stream())));
  }

  private static String joined(Stream<String> texts) {
    return texts.distinct().collect(Collectors.joining(", "));
  }
}
