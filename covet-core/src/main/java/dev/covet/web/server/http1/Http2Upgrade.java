package dev.covet.web.server.http1;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How a request asks that its connection goes on with HTTP/2 (RFC 7540, 3.2). */
final class Http2Upgrade {
  private static final String SETTINGS = "HTTP2-Settings";

  private Http2Upgrade() {}

  /**
   * Whether a request that was found good asks for it. One with a body does not count: what the
   * client sends behind it would wait for a handler that may never read it. One for a WebSocket
   * wants that.
   */
  static boolean isAsked(HttpRequest head) {
    var upgrade = head.headers().get(HttpHeaderNames.UPGRADE);
    if (upgrade == null || !head.protocolVersion().equals(HttpVersion.HTTP_1_1)) return false;
    var headers = new NettyHeaders(head.headers());
    return headers.hasElement("Upgrade", "h2c")
        && !headers.hasElement("Upgrade", "websocket")
        && headers.hasElement("Connection", "upgrade")
        && headers.hasElement("Connection", SETTINGS)
        && headers.has(SETTINGS)
        && !hasBody(head);
  }

  private static boolean hasBody(HttpRequest head) {
    var length = head.headers().get(HttpHeaderNames.CONTENT_LENGTH);
    return head.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
        || (length != null && Long.parseLong(length) > 0);
  }

  /** The settings of the client; null if they are said twice, or not as they must be. */
  static byte @Nullable [] settings(HttpRequest head) {
    var all = head.headers().getAll(SETTINGS);
    if (all.size() != 1) return null;
    try {
      return Base64.getUrlDecoder().decode(all.getFirst());
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
