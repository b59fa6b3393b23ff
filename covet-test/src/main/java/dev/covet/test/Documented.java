package dev.covet.test;

import dev.covet.schema.Answer;
import dev.covet.schema.Operation;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.route.Match;
import dev.covet.web.route.Route;
import dev.covet.web.route.RouteTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds answers to what the app's document says of them. Thread-safe. */
final class Documented {
  /** What any operation may answer. */
  private static final Set<Integer> ANYWHERE = Set.of(500, 503, 504);

  private final Map<String, Operation> operations = new HashMap<>();
  private final RouteTable table;

  Documented(List<Operation> all) {
    var routes = all.stream().map(Documented::route).toList();
    for (var i = 0; i < routes.size(); i++) {
      operations.putIfAbsent(key(routes.get(i)), all.get(i));
    }
    this.table = RouteTable.of(routes, _ -> {});
  }

  private static Route route(Operation operation) {
    var method = Method.valueOf(operation.method());
    return Route.of(method, operation.path(), operation.source(), _ -> Response.empty(204));
  }

  private static String key(Route route) {
    return route.method() + " " + route.template().text();
  }

  /** Refuses a status that the operation which answered does not list. */
  void check(Call call, int status) {
    var request = call.request();
    if (request == null || ANYWHERE.contains(status)) return;
    var operation = operation(request);
    if (operation.isPresent() && !lists(operation.get(), status)) {
      throw new AssertionError(undocumented(operation.get(), status));
    }
  }

  /** The operation that a route without types, or no route at all, has: none. */
  private Optional<Operation> operation(Request request) {
    return switch (request.attachment(Match.class)) {
      case Match.Found(var route, _) -> Optional.ofNullable(operations.get(key(route)));
      case Match.Nothing() -> mounted(request);
      case null, default -> Optional.empty();
    };
  }

  private Optional<Operation> mounted(Request request) {
    return table.match(request.method(), request.path()) instanceof Match.Found(var route, _)
        ? Optional.ofNullable(operations.get(key(route)))
        : Optional.empty();
  }

  private static boolean lists(Operation operation, int status) {
    return operation.answers().stream()
        .anyMatch(answer -> answer.status() == status || isAnything(answer));
  }

  /**
   * A handler that returns a {@code Response} documents 200 and no content, and answers anything.
   */
  private static boolean isAnything(Answer answer) {
    return answer.status() == 200 && answer.content() == null;
  }

  private static String undocumented(Operation operation, int status) {
    var listed =
        operation.answers().stream()
            .map(Answer::status)
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return ("%s answered %d, which its document does not list (%s). Name the error in \"throws\","
            + " say @Status, or return Response.")
        .formatted(operation.source(), status, listed);
  }
}
