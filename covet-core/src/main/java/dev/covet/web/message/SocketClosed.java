package dev.covet.web.message;

/** A WebSocket is closed, so that nothing more is sent or received on it. */
public final class SocketClosed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The status of the close (RFC 6455, 7.4). */
  private final int code;

  /** For people; empty for none. */
  private final String reason;

  /** The error for a socket that ended so. */
  public SocketClosed(SocketEnd end) {
    super(
        "The WebSocket is closed with "
            + end.code()
            + (end.reason().isEmpty() ? "" : ": " + end.reason()));
    this.code = end.code();
    this.reason = end.reason();
  }

  /** The status of the close (RFC 6455, 7.4); 1005 for none, 1006 if there was no close. */
  public int code() {
    return code;
  }

  /** What was said about it; empty for nothing. */
  public String reason() {
    return reason;
  }
}
