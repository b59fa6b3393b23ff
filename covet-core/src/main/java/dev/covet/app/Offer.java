package dev.covet.app;

import dev.covet.schema.Operation;
import dev.covet.web.http.Middleware;
import java.util.List;

/**
 * An operation as a class offers it.
 *
 * @param middleware what stands around it alone, inside of what stands around the whole app
 */
record Offer(Operation operation, List<Middleware> middleware) {
  Offer {
    middleware = List.copyOf(middleware);
  }
}
