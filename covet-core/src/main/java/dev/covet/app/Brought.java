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
final class Brought {
  final List<Provider<?>> providers = new ArrayList<>();
  final List<PlacedMiddleware.Placed> middleware = new ArrayList<>();
  final List<Route> routes = new ArrayList<>();
  final List<Function<Wiring, List<Route>>> routesOfServices = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  final List<Hook> checks = new ArrayList<>();
  final List<BroughtSignIn<?>> signIns = new ArrayList<>();
}
