package dev.covet.web.middleware;

import dev.covet.api.ErrorReport;
import dev.covet.base.observe.Counter;
import dev.covet.base.observe.Histogram;
import dev.covet.base.observe.Metrics;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts requests as {@code requests_total} by method, route and status, and measures them as
 * {@code request_duration_seconds} by method and route, from their heads to the ends of their
 * responses. The route is a template, never a path, so that clients make no series.
 */
public final class RequestMetrics implements Middleware {
  private static final int STATUSES = 600;
  private static final Set<String> LIMITS =
      Stream.of(BuiltInError.values())
          .filter(BuiltInError::isLimit)
          .map(BuiltInError::code)
          .collect(Collectors.toUnmodifiableSet());

  private final Metrics metrics;
  private final Map<Asked, Measured> known = new ConcurrentHashMap<>();

  /** Counts in these metrics. */
  public RequestMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** What requests have in common that are measured together. */
  private record Asked(String method, String route) {}

  /** What is kept of them, so that a request looks up no series by its labels. */
  private record Measured(Histogram duration, AtomicReferenceArray<Counter> byStatus) {}

  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    if (response.content().isWrittenLater()) {
      return response.onEnd(how -> measure(request, RequestLog.status(response, how)));
    }
    measure(request, RequestLog.status(response, Ending.SENT));
    if (response.status() >= 400) response.report().ifPresent(error -> limitHit(request, error));
    return response;
  }

  /** What the server refuses it has counted itself. */
  private void limitHit(Request request, ErrorReport error) {
    var isLimit = LIMITS.contains(error.code()) && request.context().refusal() == null;
    if (isLimit) metrics.limitHit(error.code());
  }

  /** A handler whose request was answered in its place meanwhile is not counted again. */
  private void measure(Request request, int status) {
    if (request.context().refusal() == null && request.context().isReplaced()) return;
    var asked = new Asked(method(request), route(request));
    var measured = known.get(asked);
    if (measured == null) measured = known.computeIfAbsent(asked, this::measured);
    measured.duration().addNanos(request.context().nanos());
    var counter = measured.byStatus().get(status);
    if (counter == null) {
      counter = counter(asked, status);
      measured.byStatus().set(status, counter);
    }
    counter.add(1);
  }

  private static String method(Request request) {
    var method = request.method().name();
    return method.equals(request.methodText()) ? method : Metrics.OTHER;
  }

  private static String route(Request request) {
    var found = request.found();
    return found == null || found.template().isEmpty() ? Metrics.OTHER : found.template();
  }

  private Measured measured(Asked asked) {
    var duration =
        metrics.histogram(
            "request_duration_seconds", "method", asked.method(), "route", asked.route());
    return new Measured(duration, new AtomicReferenceArray<>(STATUSES));
  }

  private Counter counter(Asked asked, int status) {
    return metrics.counter(
        "requests_total", "method", asked.method(), "route", asked.route(), "status", "" + status);
  }
}
