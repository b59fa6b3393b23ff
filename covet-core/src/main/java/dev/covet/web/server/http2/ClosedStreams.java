package dev.covet.web.server.http2;

/**
 * Which of the streams that were closed the client could not know yet: what it has sent meanwhile
 * is passed over; on any other it is a breach (RFC 9113, 5.1). Used on its loop alone.
 */
final class ClosedStreams {
  /** More than may be open at once, so that those are remembered that still matter. */
  private static final int REMEMBERED = 128;

  private final int[] ended = new int[REMEMBERED];
  private final int[] reset = new int[REMEMBERED];
  private int endedCount;
  private int resetCount;

  /** The client has said that it sends no more on it. */
  void ended(int stream) {
    ended[endedCount++ % REMEMBERED] = stream;
  }

  /** The server has closed it before its client said so. */
  void reset(int stream) {
    reset[resetCount++ % REMEMBERED] = stream;
  }

  /** Whether it was closed lately as the client had to know. */
  boolean hasEnded(int stream) {
    return has(ended, stream);
  }

  /** Whether the client may not know yet that it was closed. */
  boolean wasReset(int stream) {
    return has(reset, stream);
  }

  private static boolean has(int[] streams, int stream) {
    for (var each : streams) {
      if (each == stream) return true;
    }
    return false;
  }
}
