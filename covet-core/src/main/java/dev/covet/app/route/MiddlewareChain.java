package dev.covet.app.route;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.observe.Metrics;
import dev.covet.web.error.Faults;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.CrossSite;
import dev.covet.web.middleware.LastNet;
import dev.covet.web.middleware.RequestGzip;
import dev.covet.web.middleware.RequestId;
import dev.covet.web.middleware.RequestLog;
import dev.covet.web.middleware.RequestMetrics;
import dev.covet.web.middleware.StandardHeaders;
import dev.covet.web.middleware.TrustedHosts;
import dev.covet.web.middleware.TrustedProxies;
import java.time.Clock;
import java.util.List;

/**
 * What stands around every route of an app: its own middleware, in one order, then the user's. What
 * is thrown anywhere becomes a response where it is thrown. Thread-safe.
 */
public final class MiddlewareChain implements Handler {
  private static final String LOG_REQUESTS = "LOG_REQUESTS";

  private final PlacedMiddleware places;
  private final RequestTerms terms;
  private final Handler chain;

  /**
   * The chain of an app.
   *
   * @param places all its middleware
   */
  public MiddlewareChain(
      Faults faults, PlacedMiddleware places, RequestTerms terms, Handler inside) {
    this.places = places;
    this.terms = terms;
    this.chain = faults.chain(places.beforeRoute(), request -> answered(faults, request, inside));
  }

  /** Puts in their places the ids, lines and counts, which a mounted app has from its outer one. */
  public static void outermost(
      PlacedMiddleware places, Config config, Clock clock, Metrics metrics) {
    place(places, MiddlewarePlace.ID, new RequestId());
    place(places, MiddlewarePlace.NET, new LastNet(clock));
    var proxies = TrustedProxies.from(config);
    if (!proxies.isEmpty()) place(places, proxies.place(), proxies);
    place(places, MiddlewarePlace.LOG, log(config));
    place(places, MiddlewarePlace.METRICS, new RequestMetrics(metrics));
    TrustedHosts.from(config).ifPresent(hosts -> place(places, hosts.place(), hosts));
    RequestGzip.from(config).ifPresent(each -> place(places, each.place(), each));
    CrossSite.from(config).ifPresent(each -> place(places, each.place(), each));
  }

  /** Puts in its place what every app has from Covet. */
  public static void own(PlacedMiddleware places) {
    place(places, MiddlewarePlace.HEADERS, new StandardHeaders());
  }

  private static void place(PlacedMiddleware places, MiddlewarePlace place, Middleware own) {
    places.add(new PlacedMiddleware.Placed(place, List.of(own)));
  }

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
  public Response refuse(Request request, Refusal refusal) {
    request.keepTo(terms);
    request.context().refused(refusal);
    return chain.handle(request);
  }

  private static Response answered(Faults faults, Request request, Handler inside) {
    var why = request.context().refusal();
    if (why == null) return inside.handle(request);
    Handler answer = each -> faults.refuse(each, why.error(), why.message());
    var found = request.found();
    return found == null ? answer.handle(request) : found.refuse(request, answer);
  }

  public PlacedMiddleware places() {
    return places;
  }
}
