package dev.covet.web.route;

import dev.covet.base.loop.Trust;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A method, a path template, and what answers there. Immutable.
 *
 * @param method the method
 * @param template the path with its variables
 * @param name what lists and log lines call it, {@code Heroes.create}
 * @param handler answers
 * @param middleware what stands around the handler, outermost first
 * @param bodyBytesMax the longest body, in bytes; empty if the app says
 * @param blocking whether it runs on the pool for code that holds its thread
 */
public record Route(
    Method method,
    PathTemplate template,
    String name,
    Handler handler,
    List<Middleware> middleware,
    OptionalLong bodyBytesMax,
    boolean blocking) {
  /** The route; its middleware is copied. */
  public Route {
    middleware = List.copyOf(middleware);
  }

  /** A route of any method. */
  public static Route of(Method method, String path, String name, Handler handler) {
    var template = PathTemplate.of(path);
    return new Route(method, template, name, handler, List.of(), OptionalLong.empty(), false);
  }

  /** A route that reads; it answers {@code HEAD} too. */
  public static Route get(String path, String name, Handler handler) {
    return of(Method.GET, path, name, handler);
  }

  /** A route that takes what is posted. */
  public static Route post(String path, String name, Handler handler) {
    return of(Method.POST, path, name, handler);
  }

  /** A route that replaces. */
  public static Route put(String path, String name, Handler handler) {
    return of(Method.PUT, path, name, handler);
  }

  /** A route that changes a part. */
  public static Route patch(String path, String name, Handler handler) {
    return of(Method.PATCH, path, name, handler);
  }

  /** A route that removes. */
  public static Route delete(String path, String name, Handler handler) {
    return of(Method.DELETE, path, name, handler);
  }

  /** This route under a path without variables. */
  public Route under(String prefix) {
    var path = template.text().equals("/") && !prefix.isEmpty() ? prefix : prefix + template.text();
    var moved = PathTemplate.of(path);
    return new Route(method, moved, name, handler, middleware, bodyBytesMax, blocking);
  }

  /** This route with more middleware outside of its own. */
  public Route inside(List<Middleware> outer) {
    var all = Stream.concat(outer.stream(), middleware.stream()).toList();
    return new Route(method, template, name, handler, all, bodyBytesMax, blocking);
  }

  /**
   * This route behind guards, outside of its middleware; one that it has itself is not repeated.
   */
  public Route behind(List<? extends Middleware> guards) {
    var own = middleware.stream().filter(each -> !guards.contains(each)).toList();
    return new Route(method, template, name, handler, own, bodyBytesMax, blocking)
        .inside(List.copyOf(guards));
  }

  /** This route answered by another handler, and by nothing around it. */
  public Route answeredBy(Handler other) {
    return new Route(method, template, name, other, List.of(), bodyBytesMax, blocking);
  }

  /** This route with another limit of the body, in bytes, at least 1. */
  public Route bodyMax(long bytes) {
    return new Route(method, template, name, handler, middleware, OptionalLong.of(bytes), blocking);
  }

  /** This route on the pool for code that holds its thread. */
  public Route onPool() {
    return new Route(method, template, name, handler, middleware, bodyBytesMax, true);
  }

  /** A fresh record of how well this route behaves on event loops. */
  public Trust newTrust() {
    return new Trust(name, blocking);
  }
}
