package dev.covet.web.server.http1;

import dev.covet.web.http.Headers;
import io.netty.handler.codec.http.HttpRequest;

/**
 * What is known of bytes of which no request could be made.
 *
 * @param method as it came; empty if it is not known
 * @param target as it came; empty if it is not known
 * @param headers those that could be read
 */
record Asked(String method, String target, Headers headers) {
  static final Asked NOTHING = new Asked("", "", Headers.empty());

  static Asked of(HttpRequest head) {
    return new Asked(head.method().name(), head.uri(), new NettyHeaders(head.headers()));
  }

  /** The path of the target: where anything else stands, a password or a token may. */
  String path() {
    var scheme = target.indexOf("://");
    var start = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
    var path = start < 0 ? "" : target.substring(start).split("[?#]", 2)[0];
    return path.startsWith("/") || path.indexOf('@') < 0 ? path : "";
  }
}
