package dev.covet.app;

import dev.covet.app.caller.BroughtSignIn;
import dev.covet.app.route.PlacedMiddleware;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Wiring;
import dev.covet.gen.Hook;
import dev.covet.web.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All that plugins have brought to one start of an app, which adds to it. Not thread-safe. */
record Brought(
    List<Provider<?>> providers,
    List<PlacedMiddleware.Placed> middleware,
    List<Route> routes,
    List<Function<Wiring, List<Route>>> routesOfServices,
    List<Command> commands,
    List<Hook> checks,
    List<BroughtSignIn<?>> signIns) {
  static Brought nothing() {
    return new Brought(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
