package dev.covet.web.middleware;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * What {@code @CacheControl} puts around a route: successes, and 304, say how long they may be
 * kept; what a handler says itself stays. An answer that sets a cookie is for nobody else, whatever
 * is said.
 */
public final class CacheHeaders implements Middleware {
  private static final String HEADER = "Cache-Control";

  private final String value;

  private CacheHeaders(String value) {
    this.value = value;
  }

  /**
   * With a value of the field.
   *
   * @param value such as {@code public, max-age=60} (RFC 9111, 5.2.2)
   */
  public static CacheHeaders of(String value) {
    return new CacheHeaders(value);
  }

  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    var isKept = response.status() < 300 || response.status() == 304;
    var isOwn = response.headers().has(HEADER) || response.headers().has("Set-Cookie");
    return isKept && !isOwn ? response.withHeader(HEADER, value) : response;
  }
}
