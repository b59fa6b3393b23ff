package dev.covet.web.server.websocket;

/** How far the end of a WebSocket is (RFC 6455, 7.1.2). Used on one loop. */
final class ClosingHandshake {
  private boolean sent;
  private boolean written;
  private boolean received;
  private boolean over;

  /** The server says that it ends. */
  void send() {
    sent = true;
  }

  boolean isSent() {
    return sent;
  }

  /** What it said has left. */
  void written() {
    written = true;
  }

  /** The client has said so, or nothing more of it is heard. */
  void receive() {
    received = true;
  }

  boolean isReceived() {
    return received;
  }

  /** Whether both have said so by now, and had not before. */
  boolean isOverNow() {
    var isNews = received && written && !over;
    over |= isNews;
    return isNews;
  }
}
