package dev.covet.web.server.carrier;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolFull;
import dev.covet.base.loop.Trust;
import dev.covet.base.observe.LoggedFault;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import dev.covet.web.middleware.HealthPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests in: each gets a thread where its route may run, or is refused where there are too
 * many already. One for a server; safe for use by many threads.
 */
public final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
  private static final Refusal TOO_MANY = Refusal.of(BuiltInError.REQUESTS_IN_FLIGHT_MAX);
  private static final Refusal POOL_FULL = Refusal.of(BuiltInError.BLOCKING_QUEUE_MAX);

  private final ServedApp served;
  private final Loops loops;

  /** How far the making of refusals is trusted: it renders and logs. */
  private final Trust refusing = new Trust("refusal", false);

  /** Lets requests of an app in, on loops that the server borrows. */
  public Admission(ServedApp served, Loops loops) {
    this.served = served;
    this.loops = loops;
  }

  /**
   * Starts the request's thread; on a trusted route it may have answered when this returns. Called
   * on the loop.
   */
  public void start(Exchange exchange) {
    var most = served.limits().admission().requestsInFlightMax();
    var isTooMany = served.entered() > most && !isAlive(exchange);
    var refusal = isTooMany ? TOO_MANY : null;
    try {
      var trust = served.app().trust(exchange.request());
      if (refusal == null) loops.start(exchange.loop(), trust, exchange);
    } catch (PoolFull _) {
      refusal = POOL_FULL;
    } catch (Throwable e) {
      LOG.error("request_not_started", LoggedFault.of(e));
      FatalErrors.tell(e);
      refusal = Refusal.of(BuiltInError.INTERNAL_ERROR);
    }
    if (refusal != null) refuse(exchange, refusal);
  }

  /**
   * Lets a request go that waits for a thread to no purpose, or it would keep others out. Called on
   * the loop.
   */
  public void forget(Exchange exchange) {
    if (exchange.isForestalled() && loops.blocking().forget(exchange)) exchange.run();
  }

  /** A server with all it can do is alive: whoever ends it for that only sends more to others. */
  private static boolean isAlive(Exchange exchange) {
    return exchange.request().path().equals(HealthPaths.LIVE);
  }

  private void refuse(Exchange exchange, Refusal refusal) {
    served.left();
    startRefusing(exchange, refusal);
  }

  /** Starts the thread that answers in the app's format, but without the app. */
  public void startRefusing(Exchange exchange, Refusal refusal) {
    if (refusal.error().isLimit()) loops.metrics().limitHit(refusal.error().code());
    exchange.answerBy(request -> served.refused(request, refusal));
    loops.start(exchange.loop(), refusing, exchange);
  }
}
