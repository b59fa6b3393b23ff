package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.gen.UsedMiddleware;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Refusals;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Faults;
import dev.covet.web.middleware.LastNet;
import dev.covet.web.middleware.RequestId;
import dev.covet.web.middleware.RequestLog;
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

  private final Faults faults;
  private final List<Middleware> own;
  private final List<Middleware> all;
  private final RequestTerms terms;
  private final Handler chain;

  private Chain(Faults faults, List<Middleware> own, Inside inside) {
    this.faults = faults;
    this.own = List.copyOf(own);
    this.all = Stream.concat(own.stream(), inside.users().stream()).toList();
    this.terms = inside.terms();
    this.chain = faults.chain(all, inside.handler());
  }

  /** The middleware of an app that answers by itself. */
  static Chain of(Config config, Clock clock, Faults faults, Inside inside) {
    var own = List.of(new RequestId(), new LastNet(clock), log(config), new StandardHeaders());
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
   */
  record Inside(RequestTerms terms, List<Middleware> users, Handler handler) {}

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

  /**
   * Answers in the place of the app: in its error format, with an id, a log line and the standard
   * headers, but past the user's middleware.
   */
  Refusals refusals() {
    return refused -> {
      var why = refused.why();
      refused.request().attach(refused);
      return faults
          .chain(own, request -> faults.refuse(request, why.status(), why.code(), why.message()))
          .handle(refused.request());
    };
  }

  List<String> names() {
    return all.stream().map(UsedMiddleware::name).toList();
  }
}
