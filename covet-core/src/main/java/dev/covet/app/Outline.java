package dev.covet.app;

import dev.covet.app.route.Mount;
import dev.covet.app.route.PlacedMiddleware;
import dev.covet.base.config.Source;
import dev.covet.gen.MappedTable;
import dev.covet.web.file.StaticFiles;
import dev.covet.web.http.Middleware;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What an app's author said, sorted: classes with the routers they are in, middleware, the rest.
 *
 * @param faults told of what is wrong, such as routers at impossible paths
 */
record Outline(List<Piece> pieces, Consumer<String> faults) {
  /** The pieces of one kind, in their order. */
  <P extends Piece> Stream<P> all(Class<P> kind) {
    return pieces.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The last piece of a kind, which is the one that counts. */
  <P extends Piece> Optional<P> last(Class<P> kind) {
    return all(kind).reduce((_, next) -> next);
  }

  /** The settings that the app itself has, unless something outside sets them. */
  Source settings() {
    var values = new HashMap<String, String>();
    all(Piece.Set.class).forEach(set -> values.put(set.name(), set.value()));
    return Source.code(values);
  }

  /** The tables that its plugins store rows in. */
  List<MappedTable> tables() {
    return all(Piece.Installed.class)
        .flatMap(piece -> piece.plugin().ownTables().stream())
        .toList();
  }

  /** The loader of what the user wrote, which also sees this library. */
  ClassLoader loader() {
    return types().stream()
        .findFirst()
        .map(Class::getClassLoader)
        .orElseGet(Outline.class::getClassLoader);
  }

  /** All classes that are added anywhere. */
  List<Class<?>> types() {
    var types = new ArrayList<Class<?>>();
    added(Making.NOTHING).forEach(added -> types.addAll(added.types()));
    return types;
  }

  /** All classes that are added anywhere, also in mounted apps. */
  Stream<Class<?>> typesWithMounted() {
    var inner = all(Piece.MountedApp.class).map(piece -> new Outline(piece.pieces(), faults));
    return Stream.concat(types().stream(), inner.flatMap(Outline::typesWithMounted));
  }

  /** How middleware comes to be of one start: made of its class, or of what was given. */
  record Making(
      Function<Class<? extends Middleware>, List<Middleware>> ofClass,
      UnaryOperator<Middleware> started) {
    private static final Making NOTHING = new Making(_ -> List.of(), given -> given);
  }

  /** The middleware of the app itself, outermost first. */
  List<PlacedMiddleware.Placed> middleware(Making made) {
    var placed = middleware(pieces, made);
    for (var each : placed) PlacedMiddleware.open(each.place(), faults);
    return placed;
  }

  private static List<PlacedMiddleware.Placed> middleware(List<Piece> pieces, Making made) {
    var placed = new ArrayList<PlacedMiddleware.Placed>();
    for (var piece : pieces) {
      if (piece instanceof Piece.Around(var place, var instances)) {
        placed.add(new PlacedMiddleware.Placed(place, instances).started(made.started()));
      } else if (piece instanceof Piece.AroundOfClass(var place, var type)) {
        placed.add(new PlacedMiddleware.Placed(place, made.ofClass().apply(type)));
      }
    }
    return placed;
  }

  /**
   * All classes with where they are added.
   *
   * @param made gives the middleware of a class, or nothing if it cannot be made
   */
  List<Added> added(Making made) {
    var found = new ArrayList<Added>();
    collect(
        pieces,
        new Added(List.of(), "", List.of(), List.of(), false, Optional.empty()),
        made,
        found);
    return found;
  }

  private void collect(List<Piece> pieces, Added at, Making made, List<Added> found) {
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Added(var types) ->
            found.add(
                new Added(types, at.prefix(), at.middleware(), at.guards(), at.open(), at.tag()));
        case Piece.Routed router -> collect(router.pieces(), inside(router, at, made), made, found);
        default -> {}
      }
    }
  }

  private Added inside(Piece.Routed router, Added at, Making made) {
    var own =
        middleware(router.pieces(), made).stream()
            .sorted(Comparator.comparing(PlacedMiddleware.Placed::place))
            .flatMap(each -> each.middleware().stream());
    var middleware = Stream.concat(at.middleware().stream(), own).toList();
    var prefix = at.prefix() + plainPath("A router is", router.prefix());
    return new Added(
        List.of(),
        prefix,
        middleware,
        guards(router, at.guards()),
        at.open() || router.pieces().stream().anyMatch(Piece.Opened.class::isInstance),
        router.tag().or(at::tag));
  }

  private static List<Class<?>> guards(Piece.Routed router, List<Class<?>> outer) {
    var guards = new ArrayList<>(outer);
    for (var piece : router.pieces()) {
      if (piece instanceof Piece.Guarded(var more)) guards.addAll(more);
    }
    return guards;
  }

  /** All that is mounted: handlers, then apps that have started. */
  List<Mount> mounts(List<Mount> apps) {
    var handlers =
        all(Piece.Mounted.class)
            .map(each -> Mount.at(plainPath("A handler is mounted", each.path()), each.handler()));
    var mounts = Stream.concat(handlers, apps.stream()).toList();
    var paths = new HashSet<String>();
    mounts.stream()
        .map(Mount::path)
        .filter(path -> !paths.add(path))
        .map("Two are mounted at \"%s/\". Mount one of them elsewhere."::formatted)
        .forEach(faults);
    return mounts;
  }

  /** The folders of files that are mounted. */
  Stream<StaticFiles> staticFiles() {
    return all(Piece.Mounted.class)
        .map(Piece.Mounted::handler)
        .filter(StaticFiles.class::isInstance)
        .map(StaticFiles.class::cast);
  }

  /** A path without variables and without a slash at its end; empty, and a fault, if it is none. */
  String plainPath(String what, String path) {
    var bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (path.startsWith("/") && !path.contains("{")) return bare;
    faults.accept(
        what + " at \"" + path + "\". Its path must begin with a slash and have no {variable}.");
    return "";
  }
}
