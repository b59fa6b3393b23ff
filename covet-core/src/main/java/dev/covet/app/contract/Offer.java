package dev.covet.app.contract;

import dev.covet.schema.Operation;
import dev.covet.web.http.Middleware;
import java.util.List;

/**
 * An operation as a class offers it.
 *
 * @param middleware what stands around it alone, inside of what stands around the whole app
 */
public record Offer(Operation operation, List<Middleware> middleware) {
  /** Copies the lists. */
  public Offer {
    middleware = List.copyOf(middleware);
  }
}
