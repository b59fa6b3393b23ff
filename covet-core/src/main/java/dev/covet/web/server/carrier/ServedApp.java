package dev.covet.web.server.carrier;

import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The app that a server serves, within the server's limits: how many of its requests are at work,
 * and how many bytes of bodies they hold. Safe for use by many threads.
 */
public final class ServedApp {
  /** What {@code Retry-After} says, in seconds: queues of this server are short. */
  private static final String RETRY_SECONDS = "1";

  private final Dispatcher app;
  private final ServerLimits limits;
  private final BodyBytesInFlight bodies;
  private final AtomicInteger inFlight = new AtomicInteger();

  /** What ends answers that would go on without end, by the exchanges that are at work on them. */
  private final Map<Object, Runnable> endless = new ConcurrentHashMap<>();

  /** Somebody waits until none is in flight. */
  private volatile boolean awaited;

  private volatile boolean stopping;

  /** Nothing of the app is at work yet. */
  public ServedApp(Dispatcher app, ServerLimits limits) {
    this.app = app;
    this.limits = limits;
    this.bodies = new BodyBytesInFlight(limits.admission().bodyBytesInFlightMax());
  }

  Dispatcher app() {
    return app;
  }

  /** How much is accepted. */
  public ServerLimits limits() {
    return limits;
  }

  BodyBytesInFlight bodies() {
    return bodies;
  }

  /** How many bytes of bodies its requests hold. */
  public long bodyBytes() {
    return bodies.held();
  }

  /** How many requests are at work. */
  public int inFlight() {
    return inFlight.get();
  }

  /** Counts one more request that is at work, and returns how many are. */
  int entered() {
    return inFlight.incrementAndGet();
  }

  /** A request has left; whoever waits until none is in flight is told of the last one. */
  void left() {
    if (inFlight.decrementAndGet() == 0 && awaited) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Notes an answer that goes on until its client leaves or the server stops. */
  void begins(Object exchange, Runnable end) {
    endless.put(exchange, end);
    if (stopping) end.run();
  }

  /** It has ended. */
  void ended(Object exchange) {
    endless.remove(exchange);
  }

  /** Whether the answer of a request goes on until its client leaves or the server stops. */
  boolean isEndless(Object exchange) {
    return endless.containsKey(exchange);
  }

  /** Ends what would go on without end. */
  void stops() {
    stopping = true;
    endless.values().forEach(Runnable::run);
  }

  boolean isStopping() {
    return stopping;
  }

  /** Waits until no handler is at work, at most so long, or until interrupted. */
  public synchronized void awaitIdle(Duration most) {
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

  /** The app's answer for a refusal (RFC 9110, 10.2.3 for those that may be tried again). */
  Response refused(Request request, Refusal refusal) {
    var response = app.refuse(request.withoutBody(), refusal);
    return refusal.error().status() == 503
        ? response.withHeader("Retry-After", RETRY_SECONDS)
        : response;
  }
}
