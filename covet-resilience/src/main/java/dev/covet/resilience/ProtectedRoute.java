package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.gen.Checked;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** Protects a route, behind its guards: what generated code names for annotations. Thread-safe. */
public final class ProtectedRoute implements Middleware {
  private final ProtectionRules rules;
  private final boolean isOnce;
  private final Slot<Kept> kept;

  private ProtectedRoute(Wiring wiring, ProtectionRules rules) {
    this.rules = rules;
    this.isOnce = rules.all(ProtectionRule.Once.class).findAny().isPresent();
    this.kept =
        wiring.slot(Resilience.provider(ProtectedRoute.class, rules.toString(), this::made));
  }

  /** The protection of a route in one start of an app. */
  public static Middleware of(Wiring wiring, ProtectionRules rules) {
    return new ProtectedRoute(wiring, rules);
  }

  /**
   * What a start counts by the rules.
   *
   * @param unrepeatable where a request may do something twice
   */
  private record Kept(Protection all, Protection unrepeatable) {}

  @Override
  public Response handle(Request request, Handler next) {
    request.context().senderIsKnown(); // whom nothing has found out by now is nobody
    return within(kept.get(Bind.scope(request)), request, next);
  }

  private Kept made(Resilience of) {
    var all = of.protection(rules);
    return new Kept(all, !isOnce ? all : of.protection(rules.withoutAttempts()));
  }

  private Response within(Kept known, Request request, Handler next) {
    var protection = isRepeatable(request) ? known.all() : known.unrepeatable();
    if (protection.isOpen()) return next.handle(request);
    try {
      return protection.within(() -> answered(next.handle(request)));
    } catch (FailedAnswer failed) {
      return failed.response();
    } catch (Exception e) {
      throw Checked.rethrow(e);
    }
  }

  /** What a client may send twice without a key does its work once however often it is tried. */
  private boolean isRepeatable(Request request) {
    var isOnceByItself = request.method() != Method.POST && request.method() != Method.PATCH;
    return !isOnce || isOnceByItself || request.headers().has(ProtectionRules.KEY);
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
      case ProtectionRule.Places _ -> Stream.of(BulkheadFull.class);
      case ProtectionRule.Time _ -> Stream.of(DeadlinePassed.class);
      case ProtectionRule.Breaking _ -> Stream.of(CircuitBreakerOpen.class);
      case ProtectionRule.Rate _, ProtectionRule.Attempts _, ProtectionRule.Once _ -> Stream.of();
    };
  }
}
