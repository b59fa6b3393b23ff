package dev.covet.gen;

import dev.covet.base.inject.Slot;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Middleware;

/** Middleware that an app makes, which exists only once the app has started. */
public final class UsedRing {
  private UsedRing() {}

  /** The middleware of a slot, as a ring around a route. */
  public static Middleware of(Slot<? extends Middleware> slot) {
    return (request, next) -> slot.get(Bind.scope(request)).handle(request, next);
  }
}
