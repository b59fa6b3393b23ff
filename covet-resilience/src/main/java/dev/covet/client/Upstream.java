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
public final class Upstream implements HttpCalls, Caller {
  private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

  private final Http http;
  private final String prefix;
  private final Headers headers;

  private Upstream(Http http, String prefix, Headers headers) {
    this.http = http;
    this.prefix = prefix;
    this.headers = headers;
  }

  /** A service, all of which lies under an address. */
  static Upstream at(Http http, String url) {
    var address = URI.create(url);
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      throw new IllegalArgumentException("The address of a service has no query");
    }
    return named(http, URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
  }

  /** A service that is one address, whose query it keeps. */
  static Upstream named(Http http, URI url) {
    Site.of(url);
    var text = url.toString();
    var fragment = text.indexOf('#');
    return new Upstream(http, fragment < 0 ? text : text.substring(0, fragment), Headers.empty());
  }

  /** The same service, with one header field more in each call, such as its API key. */
  public Upstream header(String name, String value) {
    return new Upstream(http, prefix, headers.plus(Headers.of(name, value)));
  }

  @Override
  public HttpCall request(Method method, String path) {
    return new HttpCall(http, outgoing(method, path, headers, new byte[0]));
  }

  private Outgoing outgoing(Method method, String target, Headers fields, byte[] body) {
    if (!target.isEmpty() && !target.startsWith("/") && !target.startsWith("?")) {
      throw new IllegalArgumentException("A path begins with /");
    }
    return new Outgoing(method, URI.create(prefix + joining(target)), fields, body);
  }

  /** A query goes on with one that the address has. */
  private String joining(String target) {
    return target.startsWith("?") && prefix.contains("?") ? "&" + target.substring(1) : target;
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
