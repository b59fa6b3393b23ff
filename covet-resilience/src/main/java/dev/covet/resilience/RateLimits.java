package dev.covet.resilience;

import dev.covet.api.Lifetime;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Provider;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
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
  private final Function<? super Request, ClientKey> client;
  private final String id = UUID.randomUUID().toString();

  private RateLimits(Quota quota, Function<? super Request, ClientKey> client) {
    this.quota = quota;
    this.client = client;
  }

  /**
   * A limit for each address; of IPv6, for each network of 64 bits.
   *
   * @param requests in each period, at least 1
   * @param period at least a millisecond
   */
  public static RateLimits perAddress(int requests, Duration period) {
    return new RateLimits(Quota.of("address", requests, period), ClientKey::ofAddress);
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
    return new RateLimits(
        Quota.of("key", requests, period), request -> ClientKey.named(key.apply(request)));
  }

  /** This limit and a further one for the same clients; both hold. */
  public RateLimits and(int requests, Duration period) {
    return new RateLimits(quota.and(new Quota.Window(requests, period)), client);
  }

  /** This limit by the name that header fields and metrics have for it, else {@code address}. */
  public RateLimits named(String name) {
    return new RateLimits(quota.named(name), client);
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    return surroundings
        .making()
        .apply(
            Provider.<RateLimiting>of(
                Key.of(RateLimits.class).qualified(id),
                Lifetime.APP,
                wiring -> {
                  var resilience = wiring.slot(ResilienceProvider.RESILIENCE);
                  return (scope, _) -> resilience.get(scope).limiting(quota, client);
                }));
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
