package dev.covet.client;

import dev.covet.api.UpstreamError;
import dev.covet.base.observe.LogText;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Caller;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.http.UnexpectedAnswer;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another service at its address: plain calls of paths below it, and what generated clients are
 * made with. Immutable and thread-safe.
 */
public final class Upstream implements Caller {
  private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

  private final Http http;
  private final String prefix;
  private final Headers headers;

  /** A service at an address. */
  Upstream(Http http, String url) {
    this(http, prefix(url), Headers.empty());
  }

  private Upstream(Http http, String prefix, Headers headers) {
    this.http = http;
    this.prefix = prefix;
    this.headers = headers;
  }

  private static String prefix(String url) {
    var address = URI.create(url);
    Site.of(address);
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      throw new IllegalArgumentException("The address of a service has no query");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The same service, with one header field more in each call, such as its API key. */
  public Upstream header(String name, String value) {
    return new Upstream(http, prefix, headers.plus(Headers.of(name, value)));
  }

  /** Asks for what is at a path below the address, such as {@code /users}. */
  public HttpCall get(String path) {
    return request(Method.GET, path);
  }

  /** Posts to a path. */
  public HttpCall post(String path) {
    return request(Method.POST, path);
  }

  /** Puts something in the place of what is at a path. */
  public HttpCall put(String path) {
    return request(Method.PUT, path);
  }

  /** Changes what is at a path. */
  public HttpCall patch(String path) {
    return request(Method.PATCH, path);
  }

  /** Deletes what is at a path. */
  public HttpCall delete(String path) {
    return request(Method.DELETE, path);
  }

  /** Starts a request of any method. */
  public HttpCall request(Method method, String path) {
    return new HttpCall(http, outgoing(method, path, headers, new byte[0]));
  }

  private Outgoing outgoing(Method method, String target, Headers fields, byte[] body) {
    if (!target.isEmpty() && !target.startsWith("/") && !target.startsWith("?")) {
      throw new IllegalArgumentException("A path begins with /");
    }
    return new Outgoing(method, URI.create(prefix + target), fields, body);
  }

  /** What a generated client calls. */
  @Override
  public Response call(Method method, String target, Headers fields, byte[] body) {
    var response = http.send(outgoing(method, target, headers.plus(fields), body));
    return response.status() < 400 ? response : response.withReport(ToldError.of(response));
  }

  @Override
  public boolean throwsUndeclared() {
    return false;
  }

  @Override
  public RuntimeException failure(UnexpectedAnswer answer) {
    return failed(answer);
  }

  /** The error for an answer that cannot be used; what was wrong is logged, its body is not. */
  static UpstreamError failed(UnexpectedAnswer answer) {
    LOG.atWarn()
        .addKeyValue("reason", LogText.safe(String.valueOf(answer.getMessage())))
        .log("http_answer_unusable");
    return new UpstreamError(BuiltInError.UPSTREAM_ERROR, answer.status(), answer);
  }
}
