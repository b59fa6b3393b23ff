package dev.covet.app;

import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Routes below a path, with middleware of their own. Immutable.
 *
 * <pre>{@code
 * app.add(Router.at("/admin").tag("admin").use(new Timing()).add(Users.class));
 * }</pre>
 */
public final class Router {
  private final String prefix;
  private final Optional<Piece.Group> tag;
  private final List<Piece> pieces;

  private Router(String prefix, Optional<Piece.Group> tag, List<Piece> pieces) {
    this.prefix = prefix;
    this.tag = tag;
    this.pieces = pieces;
  }

  /**
   * A router at a path.
   *
   * @param path begins with a slash and has no variable; one that has stops the start
   */
  public static Router at(String path) {
    return new Router(path, Optional.empty(), List.of());
  }

  /** This router, whose operations are in one group of the document. */
  public Router tag(String name) {
    return tag(name, "");
  }

  /**
   * This router, whose operations are in one group of the document.
   *
   * @param description what the document says of the group, in Markdown
   */
  public Router tag(String name, String description) {
    return new Router(prefix, Optional.of(new Piece.Group(name, description)), pieces);
  }

  /** This router with the routes and hooks of classes. */
  public Router add(Class<?>... types) {
    return with(new Piece.Added(List.of(types)));
  }

  /** This router with another below it. */
  public Router add(Router router) {
    return with(router.piece());
  }

  /**
   * This router with middleware around all of it, in the order of the places that they have ({@link
   * Middleware#place}), and within one further in than what was named before. It runs before the
   * services of the request are opened.
   */
  public Router use(Middleware... middleware) {
    return Stream.of(middleware)
        .map(each -> new Piece.Around(each.place(), List.of(each)))
        .reduce(this, Router::with, (_, last) -> last);
  }

  /** This router with middleware around all of it that the app makes, by its constructor. */
  public Router use(Class<? extends Middleware> middleware) {
    return with(new Piece.AroundOfClass(MiddlewarePlace.APP, middleware));
  }

  /**
   * This router with guards before all its routes, those that are named first asked first. They run
   * behind all middleware of app and routers, before the guards of classes and methods.
   *
   * @param guards one whose method takes an annotation stops the start: it stands where that does
   */
  public Router guard(Class<?>... guards) {
    return with(new Piece.Guarded(List.of(guards)));
  }

  /**
   * This router, all of whose routes may be called by anybody, but for those that take a principal
   * or say {@code @SignedIn} or {@code @Scopes}.
   */
  public Router open() {
    return with(new Piece.Opened(List.of()));
  }

  private Router with(Piece piece) {
    return new Router(prefix, tag, Stream.concat(pieces.stream(), Stream.of(piece)).toList());
  }

  /** This router as a part of another, or of an app. */
  Piece piece() {
    return new Piece.Routed(prefix, tag, pieces);
  }
}
