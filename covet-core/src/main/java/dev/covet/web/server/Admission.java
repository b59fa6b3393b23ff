package dev.covet.web.server;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolFull;
import dev.covet.base.loop.Trust;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.HealthPaths;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests in: each gets a thread where its route may run, or is refused where there are too
 * many already. One for a server; safe for use by many threads.
 */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /** What {@code Retry-After} says, in seconds: queues of this server are short. */
  private static final String RETRY_SECONDS = "1";

  private static final Refusal TOO_MANY = Refusal.of(BuiltInError.REQUESTS_IN_FLIGHT_MAX);
  private static final Refusal POOL_FULL = Refusal.of(BuiltInError.BLOCKING_QUEUE_MAX);

  private final Dispatcher app;
  private final ServerLimits limits;
  private final BodyBytesInFlight budget;
  private final Loops loops;
  private final Metrics metrics;
  private final AtomicInteger inFlight = new AtomicInteger();

  /** Somebody waits until none is in flight. */
  private volatile boolean awaited;

  /** How far the making of refusals is trusted: it renders and logs. */
  private final Trust refusing = new Trust("refusal", false);

  Admission(Dispatcher app, ServerSettings settings, Loops loops) {
    this.app = app;
    this.limits = settings.limits();
    this.budget = new BodyBytesInFlight(limits.admission().bodyBytesInFlightMax());
    this.loops = loops;
    this.metrics = loops.metrics();
  }

  Dispatcher app() {
    return app;
  }

  ServerLimits limits() {
    return limits;
  }

  /** The bytes of bodies that requests hold. */
  BodyBytesInFlight budget() {
    return budget;
  }

  /**
   * Starts the request's thread; on a trusted route it may have answered when this returns. Called
   * on the loop.
   */
  void start(Exchange exchange) {
    var most = limits.admission().requestsInFlightMax();
    var isTooMany = inFlight.incrementAndGet() > most && !isAlive(exchange);
    var refusal = isTooMany ? TOO_MANY : null;
    try {
      var trust = app.trust(exchange.request());
      if (refusal == null) loops.start(exchange.loop(), trust, () -> run(exchange));
    } catch (PoolFull _) {
      refusal = POOL_FULL;
    } catch (Throwable e) {
      LOG.error("request_not_started", LoggedFault.of(e));
      FatalErrors.tell(e);
      refusal = Refusal.of(BuiltInError.INTERNAL_ERROR);
    }
    if (refusal != null) refuse(exchange, refusal);
  }

  /** A server with all it can do is alive: whoever ends it for that only sends more to others. */
  private static boolean isAlive(Exchange exchange) {
    return exchange.request().path().equals(HealthPaths.LIVE);
  }

  int inFlight() {
    return inFlight.get();
  }

  /** Waits until no handler is at work, at most so long, or until interrupted. */
  synchronized void awaitIdle(Duration most) {
    awaited = true;
    var end = System.nanoTime() + most.toNanos();
    try {
      for (var left = most.toNanos(); inFlight.get() > 0 && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request has left; whoever waits until none is in flight is told of the last one. */
  private void left() {
    if (inFlight.decrementAndGet() == 0 && awaited) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Counts a request as gone if this thread handles it; whether it does. */
  boolean abandon(Exchange exchange, Thread ending) {
    var abandoned = exchange.abandon(ending);
    if (abandoned) left();
    return abandoned;
  }

  private void run(Exchange exchange) {
    try {
      exchange.run();
    } finally {
      if (!exchange.isAbandoned()) left();
    }
  }

  private void refuse(Exchange exchange, Refusal refusal) {
    left();
    startRefusing(exchange, refusal);
  }

  /** Starts the thread that answers in the app's format, but without the app. */
  void startRefusing(Exchange exchange, Refusal refusal) {
    if (refusal.error().isLimit()) metrics.limitHit(refusal.error().code());
    exchange.answerBy(_ -> refused(exchange, refusal));
    loops.start(exchange.loop(), refusing, exchange);
  }

  /** The app's answer for a refusal (RFC 9110, 10.2.3 for those that may be tried again). */
  Response refused(Exchange exchange, Refusal refusal) {
    var response = app.refuse(exchange.request().withoutBody(), refusal);
    return refusal.error().status() == 503
        ? response.withHeader("Retry-After", RETRY_SECONDS)
        : response;
  }
}
