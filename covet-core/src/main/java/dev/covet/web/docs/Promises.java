package dev.covet.web.docs;

import dev.covet.api.ErrorReport;
import dev.covet.schema.BodySchema;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.http.Content;
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
   * What a client was given.
   *
   * @param mediaType the value of {@code Content-Type}; empty if there is no body
   * @param errorCode the code of the error; empty if it is none
   */
  public record Given(int status, String mediaType, String errorCode) {
    /** A response. */
    public static Given of(Response response) {
      var isSocket = response.content() instanceof Content.Dialogue; // by HTTP/2 it is 200
      return new Given(
          isSocket ? 101 : response.status(),
          response.header("Content-Type").orElse(""),
          response.report().map(ErrorReport::code).orElse(""));
    }
  }

  /**
   * What is to be said of a status, an error's code, or the type of a body that an operation
   * answered; nothing if its document lists them.
   */
  public static Optional<String> broken(Operation operation, Given given) {
    var status = given.status();
    if (!operation.lists(status)) {
      return Optional.of(
          ("%s answered %s, which its OpenAPI document does not list (%s). Name the error in"
                  + " \"throws\", or in answers() of the middleware that gave it; add @Status, or"
                  + " return Response.")
              .formatted(operation.source(), status, joined(statuses(operation))));
    }
    var code = given.errorCode();
    return code.isEmpty() || operation.lists(status, code)
        ? brokenType(operation, status, given.mediaType().split(";", -1)[0].strip())
        : Optional.of(
            ("%s answered %s with the error %s, which its OpenAPI document does not list (%s)."
                    + " Name the error in \"throws\", or in answers() of the middleware that gave"
                    + " it, or return Response.")
                .formatted(operation.source(), status, code, joined(codes(operation, status))));
  }

  /** The errors of a status; where it has none, the status alone. */
  private static Stream<String> codes(Operation operation, int status) {
    return operation.responses().stream()
        .filter(each -> each.status() == status)
        .map(each -> each.errorCode() == null ? String.valueOf(status) : each.errorCode());
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
            || types.stream().anyMatch(each -> covers(each, status, mediaType));
    return isFine
        ? Optional.empty()
        : Optional.of(
            "%s answered %s with %s, which its OpenAPI document does not list (%s). Add @Produces, or return Response."
                .formatted(operation.source(), status, mediaType, joined(types.stream())));
  }

  /** Bytes of any kind may say of which they are, and parts of a file are in a body of parts. */
  private static boolean covers(String listed, int status, String mediaType) {
    return listed.equalsIgnoreCase(mediaType)
        || listed.equals(BodySchema.bytes().mediaType())
        || (status == 206 && mediaType.equals("multipart/byteranges"));
  }

  private static String joined(Stream<String> texts) {
    return texts.distinct().collect(Collectors.joining(", "));
  }
}
