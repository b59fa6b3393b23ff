package dev.covet.app;

import dev.covet.schema.Operation;
import dev.covet.web.http.Middleware;
import java.util.List;
import java.util.Optional;

/**
 * Where classes are added: below which path, within which middleware, behind which guards, in which
 * group of the document.
 *
 * @param prefix before the paths of the classes; empty at the app itself
 * @param middleware that of the routers, outermost first
 * @param guards those of the routers, in the order in which they run
 * @param open whether a router says that all may call what is in it
 * @param tag of the innermost router that has one
 */
record Added(
    List<Class<?>> types,
    String prefix,
    List<Middleware> middleware,
    List<Class<?>> guards,
    boolean open,
    Optional<Piece.Group> tag) {
  /** An operation in the group of the router. */
  Operation grouped(Operation operation) {
    return tag.map(group -> operation.tagged(group.name(), group.text())).orElse(operation);
  }
}
