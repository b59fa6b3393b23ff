package dev.covet.resilience;

import dev.covet.base.inject.Provider;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/**
 * Limits how many requests clients send to an app or a router: {@code
 * .use(RateLimits.perAddress(100, Duration.ofSeconds(1)))}. What is over the limit is answered 429,
 * before its body is read. Health checks have no limit. Each start of an app counts by itself.
 * Immutable.
 */
public final class RateLimits implements Middleware {
  private final Quota quota;
  private final MiddlewarePlace place;
  private final Function<? super Request, ClientKey> client;
  private final String id = UUID.randomUUID().toString();

  private RateLimits(
      Quota quota, MiddlewarePlace place, Function<? super Request, ClientKey> client) {
    this.quota = quota;
    this.place = place;
    this.client = client;
  }

  /**
   * A limit for each address; of IPv6, for each network of 64 bits.
   *
   * @param requests in each period, at least 1
   * @param period at least a millisecond
   */
  public static RateLimits perAddress(int requests, Duration period) {
    var quota = Quota.of("address", requests, period);
    return new RateLimits(quota, MiddlewarePlace.LIMIT_BY_ADDRESS, ClientKey::ofAddress);
  }

  /**
   * A limit for each text that a function finds in requests, such as an API key: not what a client
   * may make up.
   *
   * @param requests in each period, at least 1
   * @param period at least a millisecond
   */
  public static RateLimits perKey(
      int requests, Duration period, Function<? super Request, String> key) {
    var quota = Quota.of("key", requests, period);
    return new RateLimits(
        quota, MiddlewarePlace.APP, request -> ClientKey.named(key.apply(request)));
  }

  /** This limit and a further one for the same clients; both hold. */
  public RateLimits and(int requests, Duration period) {
    return new RateLimits(quota.and(new Quota.Window(requests, period)), place, client);
  }

  /** This limit by the name that header fields and metrics have for it, else {@code address}. */
  public RateLimits named(String name) {
    return new RateLimits(quota.named(name), place, client);
  }

  @Override
  public MiddlewarePlace place() {
    return place;
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    Provider<RateLimiting> made =
        Resilience.provider(RateLimits.class, id, each -> each.limiting(quota, client));
    return surroundings.making().apply(made);
  }

  /**
   * Not asked: each start makes what is.
   *
   * @throws IllegalStateException always
   */
  @Override
  public Response handle(Request request, Handler next) {
    throw new IllegalStateException("A limit counts only in an app that has started");
  }
}
