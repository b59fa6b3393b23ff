package dev.covet.app;

import dev.covet.gen.Indexes;
import dev.covet.schema.Operation;
import dev.covet.web.docs.Promises;
import dev.covet.web.http.Handler;
import dev.covet.web.route.Route;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an app says of itself in development, since it is easily overlooked. Thread-safe. */
final class Hints {
  private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

  private final Promises promises;

  /** Told already: a client that asks again and again fills no log. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Hints about the answers of these operations. */
  Hints(Collection<Operation> watched) {
    this.promises = new Promises(watched);
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

  /** The handler of a route; each status that the route's document does not list is told once. */
  Handler watched(Route route, Handler handler) {
    return promises.of(route).map(operation -> watched(operation, handler)).orElse(handler);
  }

  private Handler watched(Operation operation, Handler handler) {
    return request -> {
      var response = handler.handle(request);
      Promises.broken(operation, response.status()).filter(told::add).ifPresent(LOG::warn);
      return response;
    };
  }
}
