package dev.covet.web.http;

import java.util.Locale;

/**
 * Where middleware stands, outermost first. An app has one list of all its middleware, which {@code
 * routes} prints: within a place it is in the order in which it was named.
 *
 * <p>What is refused in the app's place ({@link Refusal}) passes all that stands before the route.
 */
public enum MiddlewarePlace {
  /** Gives the request its id. */
  ID,
  /** Catches what nothing else can, and what is believed of the network. */
  NET,
  /** Writes lines. */
  LOG,
  /** Counts. */
  METRICS,
  /** Traces. */
  TRACE,
  /** Sets what every response says. */
  HEADERS,
  /** Answers to other origins. */
  CORS,
  /** Compresses. */
  COMPRESSION,
  /** Compares what a client has with what it would get, before that is compressed. */
  CONDITIONAL,
  /** Ends what takes too long. */
  DEADLINE,
  /** Limits by the client's address. */
  LIMIT_BY_ADDRESS,
  /** The app's own; where {@code use} puts middleware unless it is told otherwise. */
  APP,
  /** That of routers, from the outer to the inner. Behind it the request's services are opened. */
  ROUTERS,
  /** Finds out who asks, and who may. */
  AUTHENTICATION,
  /** Limits by who asks. */
  LIMIT_BY_PRINCIPAL,
  /** Keeps away from what is broken. */
  BREAKER,
  /** That of the class, then of the method. */
  ROUTE;

  /** Whether it stands before the route's services are opened, so that refusals pass it, too. */
  public boolean isBeforeRoute() {
    return compareTo(ROUTERS) <= 0;
  }

  /** Whether an app or a plugin can put middleware there; routers and routes have their own. */
  public boolean isOpen() {
    return this != ROUTERS && this != ROUTE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
