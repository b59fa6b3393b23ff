package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.ServerLimits;
import io.netty.handler.codec.http2.Http2Exception;

/**
 * Counts what costs a client nothing and the server something: resets, settings, priorities, window
 * updates, empty frames. Used on its loop alone.
 */
final class Floods {
  private static final long RESETS_NANOS = 30_000_000_000L;
  private static final long SETTINGS_NANOS = 10_000_000_000L;
  private static final int SETTINGS_MAX = 100;
  private static final int PRIORITIES_PER_STREAM_MAX = 100;
  private static final int WINDOWS_PER_FRAME_MAX = 10;
  private static final int EMPTY_IN_A_ROW_MAX = 2;

  private final Rate resetsReceived;
  private final Rate resetsSent;
  private final Rate settings = new Rate("HTTP2_SETTINGS", SETTINGS_MAX, SETTINGS_NANOS);
  private long streams = 1;
  private long priorities;
  private long windows;
  private int empty;

  Floods(ServerLimits.Http2 limits) {
    this.resetsReceived =
        new Rate("HTTP2_RESETS_RECEIVED_MAX", limits.resetsReceivedMax(), RESETS_NANOS);
    this.resetsSent = new Rate("HTTP2_RESETS_SENT_MAX", limits.resetsSentMax(), RESETS_NANOS);
  }

  /** How often something may happen within a time. */
  private static final class Rate {
    final String limit;
    final int most;
    final long nanos;
    long sinceNanos = System.nanoTime();
    int count;

    Rate(String limit, int most, long nanos) {
      this.limit = limit;
      this.most = most;
      this.nanos = nanos;
    }

    void add() throws Http2Exception {
      var now = System.nanoTime();
      if (now - sinceNanos > nanos) {
        sinceNanos = now;
        count = 0;
      }
      if (++count > most) throw Breach.limit(limit);
    }
  }

  void opened() {
    streams++;
    empty = 0;
  }

  void resetReceived() throws Http2Exception {
    resetsReceived.add();
  }

  /** The server had to reset a stream for what its client did. */
  void resetSent() throws Http2Exception {
    resetsSent.add();
  }

  void settings() throws Http2Exception {
    settings.add();
  }

  void priority() throws Http2Exception {
    if (++priorities > streams * PRIORITIES_PER_STREAM_MAX) throw Breach.limit("HTTP2_PRIORITY");
  }

  /**
   * The client takes more.
   *
   * @param dataFrames how many it was sent
   */
  void window(long dataFrames) throws Http2Exception {
    if (++windows > (dataFrames + streams) * WINDOWS_PER_FRAME_MAX) {
      throw Breach.limit("HTTP2_WINDOW_UPDATE");
    }
  }

  /** A frame of a body. */
  void data(boolean isEmpty) throws Http2Exception {
    empty = isEmpty ? empty + 1 : 0;
    if (empty > EMPTY_IN_A_ROW_MAX) throw Breach.limit("HTTP2_EMPTY_DATA");
  }
}
