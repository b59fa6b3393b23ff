package dev.covet.app;

import dev.covet.schema.CallerRule;
import dev.covet.web.http.Middleware;
import dev.covet.web.middleware.Faults;
import dev.covet.web.route.Route;
import java.util.List;

/**
 * A route where it was added.
 *
 * @param routers the middleware of the routers that it is in, outermost first
 * @param callers who may call it
 */
record AddedRoute(Route route, List<Middleware> routers, CallerRule callers) {
  AddedRoute {
    routers = List.copyOf(routers);
  }

  /** A route in no router. */
  static AddedRoute of(Route route) {
    return new AddedRoute(route, List.of(), CallerRule.NONE);
  }

  /** This route with more around it, outside of what its class and method have. */
  AddedRoute inside(List<Middleware> behindRoute) {
    return new AddedRoute(route.inside(behindRoute), routers, callers);
  }

  /** This route for some callers. */
  AddedRoute calledBy(CallerRule rule) {
    return new AddedRoute(route, routers, rule);
  }

  /** This route, which finds out first who calls it. */
  AddedRoute checked(Callers all, Faults faults) {
    return all.areNone() ? this : inside(List.of(new CallerCheck(all, callers, faults)));
  }
}
