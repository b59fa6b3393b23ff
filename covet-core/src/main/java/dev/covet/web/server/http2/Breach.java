package dev.covet.web.server.http2;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;

/** What a client has done against the protocol, or against a limit. */
final class Breach {
  private Breach() {}

  /** It ends the connection (RFC 9113, 5.4.1). */
  static Http2Exception of(Http2Error error, String text) {
    return Http2Exception.connectionError(error, text);
  }

  /** {@code PROTOCOL_ERROR} of the connection. */
  static Http2Exception protocol(String text) {
    return of(Http2Error.PROTOCOL_ERROR, text);
  }

  /**
   * It ends the connection, and counts as a hit of a limit.
   *
   * @param limit its name in upper snake case
   */
  static Http2Exception limit(String limit) {
    return of(Http2Error.ENHANCE_YOUR_CALM, limit);
  }

  /** It ends a stream (RFC 9113, 5.4.2). */
  static Http2Exception ofStream(int stream, Http2Error error, String text) {
    return Http2Exception.streamError(stream, error, text);
  }

  /** A request is malformed (RFC 9113, 8.1.1). */
  static Http2Exception malformed(int stream, String text) {
    return ofStream(stream, Http2Error.PROTOCOL_ERROR, text);
  }
}
