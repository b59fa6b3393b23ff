package dev.covet.web.server.http1;

import dev.covet.web.address.Authority;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.RequestRules;
import dev.covet.web.server.carrier.ServerLimits;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a whole head must be like beyond its bytes (RFC 9112, 3.2 and 6.3; RFC 9110, 10.1.1). */
final class HeadRules {
  private static final String AFTER_SCHEME = "://";

  private HeadRules() {}

  /** Why this head is refused, or null. */
  static @Nullable Refusal check(HttpRequest request) {
    if (request.decoderResult().isFailure()) return Refusal.malformed("The request is malformed");
    var headers = request.headers();
    var old = !request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    var framing = framing(headers, old);
    if (framing != null) return framing;
    if (headers.getAll(HttpHeaderNames.CONTENT_TYPE).size() > 1) return RequestRules.TWO_TYPES;
    var host = host(headers, old);
    if (host != null) return host;
    var method = RequestRules.method(request.method().name());
    if (method != null) return method;
    return old ? null : RequestRules.expectation(headers.get(HttpHeaderNames.EXPECT));
  }

  /** Why this part of a body is refused, with the fields behind its last chunk; or null. */
  static @Nullable Refusal check(HttpContent content, ServerLimits limits) {
    if (content.decoderResult().cause() instanceof TooLongHttpHeaderException) {
      return HeadScan.LONG_FIELDS;
    }
    if (content.decoderResult().isFailure()) return Refusal.malformed("The body is malformed");
    return content instanceof LastHttpContent last
            && last.trailingHeaders().size() > limits.head().headersCountMax()
        ? HeadScan.MANY_FIELDS
        : null;
  }

  private static @Nullable Refusal framing(HttpHeaders headers, boolean old) {
    var codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    var lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
    if (!codings.isEmpty()) {
      if (old
          || !lengths.isEmpty()
          || codings.size() > 1
          || !codings.getFirst().equalsIgnoreCase("chunked")) {
        return Refusal.malformed(
            "Transfer-Encoding must be exactly chunked, and without Content-Length");
      }
    } else if (lengths.size() > 1
        || (lengths.size() == 1 && !RequestRules.isLength(lengths.getFirst()))) {
      return Refusal.malformed("Content-Length must be a single whole number");
    }
    return null;
  }

  private static @Nullable Refusal host(HttpHeaders headers, boolean old) {
    var hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1
        || (hosts.isEmpty() && !old)
        || (hosts.size() == 1 && !Authority.isValid(hosts.getFirst()))) {
      return Refusal.malformed("Host is missing, repeated or malformed");
    }
    return null;
  }

  /**
   * The path and query of a request target: as it is, or without scheme and authority where it has
   * them (RFC 9112, 3.2.2); empty for one that fits no form.
   *
   * @param scheme that of the connection, which is the only one
   */
  static Optional<String> target(HttpRequest request, String scheme) {
    var uri = request.uri();
    if (uri.startsWith("/")) return uri.indexOf('#') < 0 ? Optional.of(uri) : Optional.empty();
    if (uri.equals("*")) {
      return request.method().name().equals("OPTIONS") ? Optional.of(uri) : Optional.empty();
    }
    if (!begins(uri, scheme) || uri.indexOf('#') >= 0) {
      return Optional.empty();
    }
    var end = authorityEnd(uri);
    return Authority.isValid(uri.substring(authorityStart(uri), end))
        ? Optional.of(origin(request, uri.substring(end)))
        : Optional.empty();
  }

  /** The authority of an absolute target, which stands above {@code Host}; else null. */
  static @Nullable String authority(HttpRequest request) {
    var uri = request.uri();
    if (uri.startsWith("/") || uri.equals("*")) return null;
    return uri.substring(authorityStart(uri), authorityEnd(uri));
  }

  /** The authority that a request asks: that of its target, or {@code Host}; empty without. */
  static String asked(HttpRequest request) {
    var authority = authority(request);
    var host = authority == null ? request.headers().get(HttpHeaderNames.HOST) : authority;
    return host == null ? "" : host;
  }

  private static boolean begins(String uri, String scheme) {
    return uri.regionMatches(true, 0, scheme, 0, scheme.length())
        && uri.startsWith(AFTER_SCHEME, scheme.length());
  }

  private static int authorityStart(String uri) {
    return uri.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length();
  }

  private static int authorityEnd(String uri) {
    var end = authorityStart(uri);
    while (end < uri.length() && uri.charAt(end) != '/' && uri.charAt(end) != '?') end++;
    return end;
  }

  /** An empty path is {@code /}, or the server as a whole (RFC 9112, 3.2.4). */
  private static String origin(HttpRequest request, String rest) {
    if (rest.isEmpty() && request.method().name().equals("OPTIONS")) return "*";
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  /** Whether the connection may go on after this request (RFC 9112, 9.3). */
  static boolean keepsAlive(HttpRequest request) {
    var headers = request.headers();
    return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        ? !headers.containsValue(HttpHeaderNames.CONNECTION, "close", true)
        : headers.containsValue(HttpHeaderNames.CONNECTION, "keep-alive", true)
            && !headers.containsValue(HttpHeaderNames.CONNECTION, "close", true);
  }
}
