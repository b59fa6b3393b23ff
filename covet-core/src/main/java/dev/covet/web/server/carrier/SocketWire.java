package dev.covet.web.server.carrier;

/** The connection under a WebSocket. Used on its loop alone. */
public interface SocketWire {
  /** There is something to write: a message, or how it is closed. */
  void write();

  /** There is room for more messages again. */
  void read();

  /** A limit was hit, which is counted. */
  void limitHit(String limit);
}
