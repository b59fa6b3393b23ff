package dev.covet.gen;

import dev.covet.base.inject.Wiring;
import dev.covet.schema.Operation;
import dev.covet.web.bind.Bodies;
import dev.covet.web.route.Route;
import java.util.List;

/**
 * What a class brings that an app adds: routes, what to do at start and stop, and checks; or
 * webhooks.
 */
public interface AddedPart {
  /** Its operations as data, in the order of {@link #routes}; made when asked for. */
  List<Operation> operations();

  /** Its routes. Called once per start; nothing exists yet, so it asks for slots. */
  List<Route> routes(Wiring wiring, Bodies bodies);

  /** The webhooks that it documents; of an interface with {@code @Webhook} alone. */
  default List<Operation> webhooks() {
    return List.of();
  }

  /** What to do once everything is made, before the first request. */
  default List<Hook> onStart(Wiring wiring) {
    return List.of();
  }

  /** What finds out whether something is well, by its name; it throws if not. */
  default List<Hook> healthChecks(Wiring wiring) {
    return List.of();
  }

  /** What to do after the last request, while everything still exists. */
  default List<Hook> onStop(Wiring wiring) {
    return List.of();
  }
}
