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
  private final ProtectionTerms terms;
  private final boolean isOnce;
  private final Slot<Kept> kept;

  private ProtectedRoute(Wiring wiring, ProtectionTerms terms) {
    this.terms = terms;
    this.isOnce = terms.all(ProtectionTerm.Once.class).findAny().isPresent();
    this.kept =
        wiring.slot(Resilience.provider(ProtectedRoute.class, terms.toString(), this::made));
  }

  /** The protection of a route in one start of an app. */
  public static Middleware of(Wiring wiring, ProtectionTerms terms) {
    return new ProtectedRoute(wiring, terms);
  }

  /**
   * What a start counts by the terms.
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
    var all = of.protection(terms);
    return new Kept(all, !isOnce ? all : of.protection(terms.withoutAttempts()));
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
    return !isOnce || isOnceByItself || request.headers().has(ProtectionTerms.KEY);
  }

  private static Response answered(Response response) throws FailedAnswer {
    if (response.status() >= 500) throw new FailedAnswer(response);
    return response;
  }

  @Override
  public Answers answers() {
    var errors = terms.terms().stream().flatMap(ProtectedRoute::errors).distinct().toList();
    return new Answers(errors, List.of());
  }

  private static Stream<Class<? extends ApiError>> errors(ProtectionTerm term) {
    return switch (term) {
      case ProtectionTerm.Places _ -> Stream.of(BulkheadFull.class);
      case ProtectionTerm.Time _ -> Stream.of(DeadlinePassed.class);
      case ProtectionTerm.Breaking _ -> Stream.of(CircuitBreakerOpen.class);
      case ProtectionTerm.Rate _, ProtectionTerm.Attempts _, ProtectionTerm.Once _ -> Stream.of();
    };
  }
}
