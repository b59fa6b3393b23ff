package dev.covet.resilience;

import dev.covet.api.TooManyRequests;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.HealthPaths;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers 429 to what is over a quota, and says in every answer what is left of it, as
 * draft-ietf-httpapi-ratelimit-headers-10 has it. Thread-safe.
 */
final class RateLimiting implements Middleware {
  private static final String CREDENTIALS = "Authorization";
  private static final String BASIC = "Basic ";
  private static final String FIELD = "RateLimit";
  private static final String POLICY = "RateLimit-Policy";

  private final RateLimitStore.Counter counter;
  private final Function<? super Request, ClientKey> client;
  private final dev.covet.base.observe.Counter refused;
  private final List<String> names;
  private final String policy;

  RateLimiting(
      Quota quota,
      RateLimitStore store,
      Metrics metrics,
      Function<? super Request, ClientKey> client) {
    this.counter = store.counter(quota);
    this.client = client;
    this.refused = metrics.counter("rate_limited_total", "limit", quota.name());
    this.names = IntStream.range(0, quota.windows().size()).mapToObj(i -> name(quota, i)).toList();
    this.policy = policy(quota, names);
  }

  /** Whoever runs the app asks how it is, however much its clients ask from the same address. */
  @Override
  public Response handle(Request request, Handler next) {
    if (HealthPaths.isOne(request)) return next.handle(request);
    var verdict = verdict(client.apply(request));
    return told(next.handle(request), verdict);
  }

  private Response told(Response response, Verdict verdict) {
    return response.plusHeader(POLICY, policy).plusHeader(FIELD, left(verdict));
  }

  /**
   * Counts a request for whoever sends it: for the principal as soon as one is known, else for the
   * address. A password costs a hash to look at, so that the address is asked before that; it gets
   * its count back if the password is right. All else is looked at first, so that whoever is signed
   * in is held up by nobody at the same address.
   */
  Response handleBySender(Request request, Handler next) {
    var count = new Count(request);
    if (count.isOfPassword()) count.take(ClientKey.ofAddress(request));
    request.context().whenSenderIsKnown(count);
    var response = next.handle(request);
    if (!count.isDone()) count.accept(null); // refused before it was known who it is
    return count.told(response);
  }

  private static boolean hasPassword(Headers headers) {
    var first = headers.first(CREDENTIALS);
    return first != null
        && (isPassword(first)
            || (headers.repeats(CREDENTIALS)
                && headers.all(CREDENTIALS).stream().anyMatch(RateLimiting::isPassword)));
  }

  private static boolean isPassword(String credentials) {
    return credentials.regionMatches(true, 0, BASIC, 0, BASIC.length());
  }

  /** How one request is counted. Not thread-safe. */
  private final class Count implements Consumer<@Nullable Object> {
    private final Request request;
    private @Nullable ClientKey key;
    private @Nullable Verdict verdict;

    Count(Request request) {
      this.request = request;
    }

    boolean isOfPassword() {
      return request.context().principal() == null && hasPassword(request.headers());
    }

    boolean isDone() {
      return key != null;
    }

    @Override
    public void accept(@Nullable Object sender) {
      var now = ClientKey.of(request, sender);
      var before = key;
      if (now.equals(before)) return;
      if (before != null) counter.giveBack(before);
      take(now);
    }

    private void take(ClientKey now) {
      key = now;
      verdict = null; // what it throws tells of itself
      verdict = verdict(now);
    }

    Response told(Response response) {
      return verdict == null ? response : RateLimiting.this.told(response, verdict);
    }
  }

  /**
   * Counts a call of all callers together.
   *
   * @throws TooManyRequests if it is over the quota
   */
  void call() {
    verdict(ClientKey.ALL);
  }

  private Verdict verdict(ClientKey key) {
    var verdict = counter.take(key);
    if (verdict.accepted()) return verdict;
    refused.add(1);
    throw refusal(verdict);
  }

  private TooManyRequests refusal(Verdict verdict) {
    var seconds = Math.max(1, seconds(verdict.waitNanos()));
    return new TooManyRequests(
        "Too many requests; try again later",
        Map.of("Retry-After", Long.toString(seconds), POLICY, policy, FIELD, left(verdict)));
  }

  private String left(Verdict verdict) {
    var remaining = verdict.remaining();
    if (remaining.size() == 1) {
      var reset = seconds(verdict.resetNanos());
      return names.getFirst() + ";r=" + remaining.getFirst() + ";t=" + reset;
    }
    return IntStream.range(0, remaining.size())
        .mapToObj(i -> names.get(i) + ";r=" + remaining.get(i))
        .collect(Collectors.joining(", "));
  }

  private static String policy(Quota quota, List<String> names) {
    return IntStream.range(0, quota.windows().size())
        .mapToObj(i -> {
          var window = quota.windows().get(i);
          var seconds = seconds(window.period().toNanos());
          return names.get(i) + ";q=" + window.requests() + ";w=" + seconds;
        })
        .collect(Collectors.joining(", "));
  }

  /** A string of structured fields is ASCII (RFC 8941, 3.3.3). */
  private static String name(Quota quota, int window) {
    var name = quota.name().replaceAll("[^ !#-\\[\\]-~]", "_");
    return "\"" + name + (quota.windows().size() == 1 ? "" : "-" + (window + 1)) + "\"";
  }

  private static long seconds(long nanos) {
    return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
  }

  @Override
  public Answers answers() {
    return Answers.of(TooManyRequests.class);
  }
}
