package dev.covet.client;

import dev.covet.api.BadRequest;
import dev.covet.api.UpstreamError;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.Metrics;
import dev.covet.base.observe.TraceContext;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hc.core5.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls other services over HTTP; ask for it as for any service. Each call blocks its thread until
 * the whole answer is there, within the {@link HttpLimits}. The id of the request that is being
 * answered, and its trace, go along. Thread-safe.
 *
 * <pre>{@code
 * var user = http.get("https://api.github.com/users/octocat").read(GitHubUser.class);
 * }</pre>
 */
public final class Http implements HttpCalls, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Http.class);
  private static final String ACCEPT = "application/json, */*;q=0.5";
  private static final String FAILED = "failed";

  private final HttpLimits limits;
  private final Metrics metrics;
  private final Connections connections;
  private final FoundCodecs codecs;
  private final boolean isGuarded;

  /**
   * A client of its own.
   *
   * @param dialer how it finds and reaches hosts; closed with it
   */
  Http(HttpLimits limits, Metrics metrics, Dialer dialer) {
    this.limits = limits;
    this.metrics = metrics;
    this.connections = new Connections(limits, dialer);
    this.codecs = new FoundCodecs();
    this.isGuarded = false;
    connections.measure(metrics);
  }

  private Http(Http shared) {
    this.limits = shared.limits;
    this.metrics = shared.metrics;
    this.connections = shared.connections;
    this.codecs = shared.codecs;
    this.isGuarded = true;
  }

  /** A client for a program that is no app, with the usual limits; whoever made it closes it. */
  public static Http standard() {
    return new Http(HttpLimits.USUAL, new Metrics(), Dialer.system());
  }

  /**
   * This client for URLs that come from clients, such as webhooks: over https alone, to addresses
   * of the public Internet alone, which are looked up once and then dialled, also where a redirect
   * leads. It shares limits and connections with this one.
   */
  public Http guarded() {
    return isGuarded ? this : new Http(this);
  }

  /**
   * All that lies under an address: {@code http.at("https://api.example.org/v1").get("/users")},
   * {@code new HeroesClient(http.at(url))}.
   *
   * @throws IllegalArgumentException if it is no address of HTTP, or has a query
   * @throws BadRequest the same, of a guarded client
   */
  public Upstream at(String url) {
    return checked(() -> Upstream.at(this, url));
  }

  /** The one address that a client has named, with its query, called by a guarded client. */
  Upstream named(URI url) {
    var guarded = guarded();
    return guarded.checked(() -> Upstream.named(guarded, url));
  }

  @Override
  public HttpCall request(Method method, String url) {
    return checked(() -> {
      var address = URI.create(url);
      Site.of(address);
      return new HttpCall(this, new Outgoing(method, address, Headers.empty(), new byte[0]));
    });
  }

  /** What is made for a URL; that it is none is the mistake of the client who named it. */
  private <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw isGuarded ? uncallable() : e;
    }
  }

  private static BadRequest uncallable() {
    return new BadRequest("This URL cannot be called");
  }

  FoundCodecs codecs() {
    return codecs;
  }

  /**
   * Sends a request, follows where its answers lead, and gives the last one, whatever its status.
   *
   * @throws UpstreamError if there is none
   * @throws BadRequest if this client is guarded, and the URL is none that it calls
   */
  Response send(Outgoing call) {
    var start = System.nanoTime();
    var sent = withContext(call);
    var outcome = FAILED;
    try {
      var answer = TimedCall.within(limits.call(), () -> followed(sent));
      outcome = "" + answer.status();
      return answer;
    } catch (TimeoutException _) {
      throw failed(call, new UpstreamError(BuiltInError.HTTP_SECONDS_MAX, null));
    } catch (ExecutionException e) {
      throw failed(call, Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UpstreamError(BuiltInError.UPSTREAM_ERROR, e);
    } finally {
      measure(call, outcome, System.nanoTime() - start);
    }
  }

  private Response followed(Outgoing first)
      throws IOException, HttpException, InterruptedException {
    var call = first;
    for (var left = limits.redirectsMax(); ; left--) {
      if (isGuarded && !call.site().isSecure()) throw new Refused("a guarded call is over https");
      var answer = connections.exchange(call, isGuarded);
      var next = Redirects.next(call, answer);
      if (next.isEmpty()) return answer;
      if (left == 0) throw new UpstreamError(BuiltInError.REDIRECTS_MAX, answer.status(), null);
      call = next.get();
    }
  }

  /** What a call tells of the request for which it is made, and of us. */
  private static Outgoing withContext(Outgoing call) {
    var own = Headers.of("User-Agent", "Covet", "Accept", ACCEPT, "Accept-Encoding", "gzip");
    var headers = call.headers().plusMissing(own);
    var id = LogContext.requestId();
    if (!id.isEmpty()) headers = headers.plusMissing(Headers.of("X-Request-Id", id));
    var trace = TraceContext.current();
    if (trace.isPresent()) headers = headers.plusMissing(fields(trace.get()));
    return new Outgoing(call.method(), call.url(), headers, call.body());
  }

  private static Headers fields(TraceContext trace) {
    return trace.state().isEmpty()
        ? Headers.of("traceparent", trace.parent())
        : Headers.of("traceparent", trace.parent(), "tracestate", trace.state());
  }

  private RuntimeException failed(Outgoing call, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("call", LogText.safe(call.toString()))
        .addKeyValue("reason", LogText.safe(reason(cause)))
        .log("http_call_failed");
    return switch (cause) {
      case Error error -> throw error;
      case Refused _ when isGuarded -> uncallable();
      case RuntimeException told -> told;
      default -> new UpstreamError(BuiltInError.UPSTREAM_ERROR, cause);
    };
  }

  /** Messages of the HTTP library may quote what the other service sent: those are not told. */
  private static String reason(Throwable cause) {
    return cause instanceof UpstreamError error
        ? error.code()
        : cause instanceof HttpException ? cause.getClass().getSimpleName() : cause.toString();
  }

  /** Hosts of guarded calls come from clients, who are to make no series. */
  private void measure(Outgoing call, String outcome, long nanos) {
    var host = isGuarded ? Metrics.OTHER : call.site().host();
    var method = call.method().name();
    metrics.count("http_client_calls_total", "host", host, "method", method, "status", outcome);
    metrics
        .histogram("http_client_duration_seconds", "host", host, "method", method)
        .addNanos(nanos);
  }

  /** Closes all connections; calls that are under way fail. The app closes its own. */
  @Override
  public void close() {
    connections.close();
  }
}
