package dev.covet.client;

import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import java.net.URI;

/**
 * A request to another service, as it is sent.
 *
 * @param body its bytes, which nobody changes; none for no body
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Outgoing(Method method, URI url, Headers headers, byte[] body) {
  Site site() {
    return Site.of(url);
  }

  /** Path and query, as they go out. */
  String target() {
    var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** Whether sending it twice is as good as once (RFC 9110, 9.2.2). */
  boolean isRepeatable() {
    return switch (method) {
      case GET, HEAD, OPTIONS, PUT, DELETE -> true;
      case POST, PATCH -> false;
    };
  }

  /** What messages and the log say of it: nothing of the path or the query, which hold values. */
  @Override
  public String toString() {
    return method + " " + site();
  }
}
