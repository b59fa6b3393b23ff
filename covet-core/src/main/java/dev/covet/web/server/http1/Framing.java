package dev.covet.web.server.http1;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/**
 * How the client of an HTTP/1.1 request frames.
 *
 * @param old whether it speaks HTTP/1.0, which knows no chunks
 * @param keepsAlive whether it wants the connection kept
 */
record Framing(boolean old, boolean keepsAlive) {
  /** That of a request which is refused: its connection ends. */
  static final Framing LAST = new Framing(false, false);

  private static final Framing USUAL = new Framing(false, true);

  static Framing of(HttpRequest head) {
    var old = !head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    var keeps = HeadRules.keepsAlive(head);
    return keeps && !old ? USUAL : new Framing(old, keeps);
  }
}
