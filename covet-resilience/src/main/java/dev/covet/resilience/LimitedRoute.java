package dev.covet.resilience;

import dev.covet.api.TooManyRequests;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * Keeps the rate of a route, outside of what finds out who sends a request: what generated code
 * names for {@code @RateLimit}. Thread-safe.
 */
public final class LimitedRoute implements Middleware {
  private final Slot<RateLimiting> rate;

  private LimitedRoute(Slot<RateLimiting> rate) {
    this.rate = rate;
  }

  /** The limit of a route in one start of an app, by the rate among the terms. */
  public static Middleware of(Wiring wiring, ProtectionTerms terms) {
    return new LimitedRoute(
        wiring.slot(
            Resilience.provider(
                LimitedRoute.class, terms.toString(), each -> each.limiting(terms).orElseThrow())));
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.LIMIT_BY_ADDRESS;
  }

  @Override
  public Response handle(Request request, Handler next) {
    return rate.get(Bind.scope(request)).handleBySender(request, next);
  }

  @Override
  public Answers answers() {
    return Answers.of(TooManyRequests.class);
  }
}
