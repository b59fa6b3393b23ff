package dev.covet.app.route;

import dev.covet.app.caller.CallerCheck;
import dev.covet.app.caller.Callers;
import dev.covet.schema.CallerAccess;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.route.Route;
import java.util.List;
import java.util.stream.Stream;

/**
 * A route where it was added.
 *
 * @param routers the middleware of the routers that it is in, outermost first
 * @param callers who may call it
 */
public record AddedRoute(Route route, List<Middleware> routers, CallerAccess callers) {
  /** Copies the lists. */
  public AddedRoute {
    routers = List.copyOf(routers);
  }

  /** A route in no router. */
  public static AddedRoute of(Route route) {
    return new AddedRoute(route, List.of(), CallerAccess.NONE);
  }

  /** This route for some callers. */
  public AddedRoute calledBy(CallerAccess rule) {
    return new AddedRoute(route, routers, rule);
  }

  /**
   * This route with what stands around it, outermost first: its own limits by address, what finds
   * out who calls it, what the app has behind its routes, and the rest of its own.
   */
  public AddedRoute around(Callers all, Faults faults, List<Middleware> behindRoute) {
    var own = route.middleware();
    List<Middleware> check =
        all.areNone() ? List.of() : List.of(new CallerCheck(all, callers, faults));
    var around =
        Stream.of(
                own.stream().filter(AddedRoute::isByAddress),
                check.stream(),
                behindRoute.stream(),
                own.stream().filter(each -> !isByAddress(each)))
            .flatMap(each -> each)
            .toList();
    return new AddedRoute(route.answeredBy(route.handler()).inside(around), routers, callers);
  }

  private static boolean isByAddress(Middleware middleware) {
    return middleware.place() == MiddlewarePlace.LIMIT_BY_ADDRESS;
  }
}
