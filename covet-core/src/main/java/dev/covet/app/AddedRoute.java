package dev.covet.app;

import dev.covet.web.http.Middleware;
import dev.covet.web.route.Route;
import java.util.List;

/**
 * A route where it was added.
 *
 * @param routers the middleware of the routers that it is in, outermost first
 */
record AddedRoute(Route route, List<Middleware> routers) {
  AddedRoute {
    routers = List.copyOf(routers);
  }

  /** A route in no router. */
  static AddedRoute of(Route route) {
    return new AddedRoute(route, List.of());
  }

  /** This route with more around it, outside of what its class and method have. */
  AddedRoute inside(List<Middleware> behindRoute) {
    return new AddedRoute(route.inside(behindRoute), routers);
  }
}
