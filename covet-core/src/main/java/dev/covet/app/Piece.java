package dev.covet.app;

import dev.covet.api.ErrorFormat;
import dev.covet.base.inject.Key;
import dev.covet.web.docs.Docs;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import java.util.List;
import java.util.Optional;

/** One thing that an app is made of, as its author said it. */
sealed interface Piece {
  /** Classes whose routes and hooks take part. */
  record Added(List<Class<?>> types) implements Piece {}

  /** A router with all that is in it. */
  record Routed(String prefix, Optional<Group> tag, List<Piece> pieces) implements Piece {}

  /** A group of operations in a document, and what that says of it. */
  record Group(String name, String text) {}

  /** Middleware at a place. */
  record Around(MiddlewarePlace place, List<Middleware> middleware) implements Piece {}

  /** Middleware at a place that the app makes itself. */
  record AroundOfClass(MiddlewarePlace place, Class<? extends Middleware> type) implements Piece {}

  /** Guards before all routes of a router. */
  record Guarded(List<Class<?>> guards) implements Piece {}

  /** What all may call: a whole router, or the routes without types and the mounts of an app. */
  record Opened(List<String> paths) implements Piece {}

  /** Places in another order. */
  record Ordered(List<MiddlewarePlace> places) implements Piece {}

  /** A route without types. */
  record Plain(Method method, String path, Handler handler) implements Piece {}

  /** A handler for all paths below one. */
  record Mounted(String path, Handler handler) implements Piece {}

  /** An app for all paths below one. */
  record MountedApp(String path, List<Piece> pieces) implements Piece {}

  /** A plugin. */
  record Installed(Plugin plugin) implements Piece {}

  /** What clients get for an exception. */
  record Mapped(ErrorMapping mapping) implements Piece {}

  /** How errors look. */
  record Formatted(ErrorFormat<?> format) implements Piece {}

  /** How the documents look. */
  record Documented(Docs docs) implements Piece {}

  /** A setting's value unless something outside sets it. */
  record Set(String name, String value) implements Piece {}

  /** A service in the place of another. */
  record Overridden(Key key, Object value) implements Piece {}
}
