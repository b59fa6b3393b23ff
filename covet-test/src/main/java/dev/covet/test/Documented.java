package dev.covet.test;

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

/** Holds answers to what the app's document says of them. Thread-safe. */
final class Documented {
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
    if (request == null) return;
    operation(request)
        .flatMap(operation -> operation.undocumented(status))
        .ifPresent(text -> {
          throw new AssertionError(text);
        });
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
}
