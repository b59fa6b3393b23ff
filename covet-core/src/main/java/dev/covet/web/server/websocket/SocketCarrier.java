package dev.covet.web.server.websocket;

import dev.covet.web.server.carrier.Connection;

/**
 * What carries the frames of one WebSocket: a connection of its own (RFC 6455), or a stream of one
 * (RFC 8441). Used on its loop alone.
 */
public interface SocketCarrier {
  /** A longer payload is not copied behind the head of its frame, in bytes. */
  int COPIED_BYTES_MAX = 4_096;

  /** The connection below. */
  Connection connection();

  /** Whether it takes more; when it does again it tells {@link WebSocketSession#write}. */
  boolean isWritable();

  /**
   * Takes a frame.
   *
   * @param head begins with that of the frame; it is written to again after this
   * @param headBytes how long that is
   * @param payload nobody changes it
   * @param taken is called when the client has taken the frame, or never will
   */
  void write(byte[] head, int headBytes, byte[] payload, Runnable taken);

  /** Has leave what it took. */
  void flush();

  /** Changes with each byte of a frame that leaves. */
  long progress();

  /** Whether the client may send more than what it has sent. */
  void reads(boolean more);

  /** Says that nothing more is sent. */
  void endOutput();

  /** Closes it: nobody waits for anything any more. */
  void close();

  /** Breaks it off. */
  void reset();

  /** Breaks it off in the middle of something, for a limit, and says so. */
  void cutOff(String limit);
}
