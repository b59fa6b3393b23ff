package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.api.TooManyRequests;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.gen.Checked;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Protects a route, behind its guards: what generated code names for annotations. Thread-safe. */
public final class ProtectedRoute implements Middleware {
  private final Slot<Resilience> resilience;
  private final ProtectionRules rules;
  private volatile @Nullable Protection protection;

  private ProtectedRoute(Slot<Resilience> resilience, ProtectionRules rules) {
    this.resilience = resilience;
    this.rules = rules;
  }

  /** The protection of a route in one start of an app. */
  public static Middleware of(Wiring wiring, ProtectionRules rules) {
    return new ProtectedRoute(wiring.slot(ResilienceProvider.RESILIENCE), rules);
  }

  @Override
  public Response handle(Request request, Handler next) {
    var kept = kept(request);
    var rate = kept.rate();
    return rate.isPresent()
        ? rate.get().handle(request, each -> within(kept, each, next))
        : within(kept, request, next);
  }

  /** It is made at the first request: when the route is made, no service is. */
  private Protection kept(Request request) {
    var known = protection;
    if (known != null) return known;
    var made = resilience.get(Bind.scope(request)).protection(rules);
    protection = made;
    return made;
  }

  private static Response within(Protection kept, Request request, Handler next) {
    if (kept.isOpen()) return next.handle(request);
    try {
      return kept.within(() -> answered(next.handle(request)));
    } catch (FailedAnswer failed) {
      return failed.response();
    } catch (Exception e) {
      throw Checked.rethrow(e);
    }
  }

  private static Response answered(Response response) throws FailedAnswer {
    if (response.status() >= 500) throw new FailedAnswer(response);
    return response;
  }

  @Override
  public Answers answers() {
    var errors = rules.rules().stream().flatMap(ProtectedRoute::errors).distinct().toList();
    return new Answers(errors, List.of());
  }

  private static Stream<Class<? extends ApiError>> errors(ProtectionRule rule) {
    return switch (rule) {
      case ProtectionRule.Rate _ -> Stream.of(TooManyRequests.class);
      case ProtectionRule.Places _ -> Stream.of(BulkheadFull.class);
      case ProtectionRule.Time _ -> Stream.of(DeadlinePassed.class);
      case ProtectionRule.Breaking _ -> Stream.of(CircuitBreakerOpen.class);
      case ProtectionRule.Attempts _, ProtectionRule.Once _ -> Stream.of();
    };
  }
}
