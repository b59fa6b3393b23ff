package dev.covet.gen;

import dev.covet.api.Lifetime;
import dev.covet.base.inject.Scope;
import dev.covet.base.inject.Slot;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.function.Function;

/** Middleware that an app makes, which exists only once the app has started. Thread-safe. */
public final class UsedMiddleware implements Middleware {
  private final Slot<? extends Middleware> slot;
  private final Function<Request, Scope> scopes;

  private UsedMiddleware(Slot<? extends Middleware> slot, Function<Request, Scope> scopes) {
    this.slot = slot;
    this.scopes = scopes;
  }

  /** The middleware of a slot, around a route. */
  public static Middleware of(Slot<? extends Middleware> slot) {
    return new UsedMiddleware(slot, Bind::scope);
  }

  /**
   * The middleware of a slot, around what is not yet led to a route.
   *
   * @param scopes where it is found
   */
  public static Middleware of(Slot<? extends Middleware> slot, Function<Request, Scope> scopes) {
    return new UsedMiddleware(slot, scopes);
  }

  /** The middleware that a request meets, if this stands for one of the app; else the one given. */
  public static Middleware made(Middleware middleware, Scope app) {
    return middleware instanceof UsedMiddleware used && used.slot.lifetime() == Lifetime.APP
        ? used.slot.get(app)
        : middleware;
  }

  /** How lists call middleware: by the simple name of its class, if that has one. */
  public static String name(Middleware middleware) {
    if (middleware instanceof UsedMiddleware used) {
      var type = used.slot.key().type();
      return type.substring(type.lastIndexOf('.') + 1);
    }
    if (middleware instanceof UsedGuard guard) return guard.name();
    var type = middleware.getClass();
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  @Override
  public Response handle(Request request, Handler next) {
    return slot.get(scopes.apply(request)).handle(request, next);
  }
}
