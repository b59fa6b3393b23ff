package dev.covet.app;

import static java.util.Objects.requireNonNull;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.UsedMiddleware;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Faults;
import dev.covet.web.middleware.LastNet;
import dev.covet.web.middleware.RequestId;
import dev.covet.web.middleware.RequestLog;
import dev.covet.web.middleware.RequestMetrics;
import dev.covet.web.middleware.StandardHeaders;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around every route of an app: its own middleware, in one order, then the user's. What
 * is thrown anywhere becomes a response where it is thrown. Thread-safe.
 */
final class Chain implements Handler {
  private static final String LOG_REQUESTS = "LOG_REQUESTS";

  private final List<Middleware> all;
  private final RequestTerms terms;
  private final Handler chain;
  private final Handler refusing;

  private Chain(Faults faults, List<Middleware> own, Inside inside) {
    this.all = Stream.concat(own.stream(), inside.users().stream()).toList();
    this.terms = inside.terms();
    this.chain = faults.chain(all, inside.handler());
    this.refusing = faults.chain(all, request -> refuse(faults, request));
  }

  /** The middleware of an app that answers by itself. */
  static Chain of(Config config, Clock clock, Faults faults, Inside inside) {
    var own =
        List.of(
            new RequestId(),
            new LastNet(clock),
            log(config),
            new RequestMetrics(inside.metrics()),
            new StandardHeaders());
    return new Chain(faults, own, inside);
  }

  /** The middleware of a mounted app: ids and lines are the outer app's. */
  static Chain mounted(Faults faults, Inside inside) {
    return new Chain(faults, List.of(new StandardHeaders()), inside);
  }

  /**
   * What this chain stands around.
   *
   * @param terms those of the app
   * @param users what the app's author put around it, outermost first
   * @param handler in the middle
   * @param metrics where requests are counted
   */
  record Inside(RequestTerms terms, List<Middleware> users, Handler handler, Metrics metrics) {}

  private static Middleware log(Config config) {
    return config
        .setting(LOG_REQUESTS)
        .orElse(config.mode() == Mode.DEVELOPMENT ? "all" : "failed")
        .asChoice(List.of("all", "failed"), List.of(RequestLog.all(), RequestLog.failedOrSlow()));
  }

  @Override
  public Response handle(Request request) {
    request.keepTo(terms);
    return chain.handle(request);
  }

  /** Answers in the place of a route, through the same middleware. */
  Response refuse(Request request, Refusal refusal) {
    request.keepTo(terms);
    request.context().refused(refusal);
    return refusing.handle(request);
  }

  private static Response refuse(Faults faults, Request request) {
    var why = requireNonNull(request.context().refusal());
    return faults.refuse(request, why.status(), why.code(), why.message());
  }

  List<String> names() {
    return all.stream().map(UsedMiddleware::name).toList();
  }
}
