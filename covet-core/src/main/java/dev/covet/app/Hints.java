package dev.covet.app;

import dev.covet.gen.Indexes;
import dev.covet.schema.Operation;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.route.Route;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an app says of itself in development, since it is easily overlooked. Thread-safe. */
final class Hints {
  private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

  private final Map<String, Operation> operations = new HashMap<>();

  /** Told already: a client that asks again and again fills no log. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Hints about the answers of these operations. */
  Hints(Collection<Operation> watched) {
    watched.forEach(each -> operations.put(key(route(each)), each));
  }

  private static Route route(Operation operation) {
    var method = Method.valueOf(operation.method());
    return Route.of(method, operation.path(), operation.source(), _ -> Response.empty(204));
  }

  private static String key(Route route) {
    return route.method() + " " + route.template().text();
  }

  /** Names the classes with routes in the compilations of these that are not among them. */
  static void forgotten(Indexes indexes, Collection<Class<?>> added) {
    var names = added.stream().map(Class::getCanonicalName).collect(Collectors.toSet());
    var forgotten =
        indexes.of(added).stream()
            .flatMap(index -> index.routes().stream())
            .filter(name -> !names.contains(name))
            .collect(Collectors.joining(", "));
    if (!forgotten.isEmpty()) {
      LOG.warn("These classes have routes, but no .add(..) names them: {}", forgotten);
    }
  }

  /** The handler of a route, if it has an operation with a word for each surprising status. */
  Handler watched(Route route, Handler handler) {
    var operation = operations.get(key(route));
    return operation == null
        ? handler
        : request -> {
          var response = handler.handle(request);
          operation.undocumented(response.status()).filter(told::add).ifPresent(LOG::warn);
          return response;
        };
  }
}
