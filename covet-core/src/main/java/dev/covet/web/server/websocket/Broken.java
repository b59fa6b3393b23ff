package dev.covet.web.server.websocket;

import dev.covet.web.message.SocketEnd;

/** A client has broken the protocol or a limit; its socket is closed for that. */
final class Broken extends Exception {
  private static final long serialVersionUID = 1;

  private final transient SocketEnd why;
  private final String limit;

  private Broken(SocketEnd why, String limit) {
    super(why.reason(), null, false, false);
    this.why = why;
    this.limit = limit;
  }

  /** A broken rule of the protocol. */
  static Broken rule(String reason) {
    return new Broken(new SocketEnd(SocketEnd.PROTOCOL_ERROR, reason), "");
  }

  /** Data that is not what it says to be. */
  static Broken data(String reason) {
    return new Broken(new SocketEnd(SocketEnd.INVALID_DATA, reason), "");
  }

  /** A message that is too long, or has too many frames. */
  static Broken limit(String name) {
    return new Broken(new SocketEnd(SocketEnd.TOO_BIG, name), name);
  }

  SocketEnd why() {
    return why;
  }

  /** The limit that was passed; empty for a rule. */
  String limit() {
    return limit;
  }
}
