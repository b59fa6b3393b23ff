package dev.covet.web.server.http2;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;

/**
 * What comes on one stream: its flow control (RFC 9113, 5.2), and whether it is as long as its
 * client has said (8.1.1). Used on its loop alone.
 */
final class StreamInput {
  private final int stream;
  private final int windowMax;

  /** What the client may still send. */
  private int window;

  /** What has come, and was not given back to the client's window. */
  private int taken;

  /** How much of the frame that has begun is still to come. */
  private int coming;

  /** How much of an announced length is still to come; -1 if none was announced. */
  private long left;

  private boolean ended;

  /**
   * Nothing has come.
   *
   * @param windowMax what may come before it is read
   * @param window what may come now
   * @param length as the client says; -1 if it does not
   */
  StreamInput(int stream, int windowMax, int window, long length) {
    this.stream = stream;
    this.windowMax = windowMax;
    this.window = window;
    this.left = length;
  }

  /** Whether all has come. */
  boolean ended() {
    return ended;
  }

  /** Whether the client may send nothing before more is read. */
  boolean isShort() {
    return window == 0;
  }

  /** A frame begins. */
  void begins(int cost) throws Http2Exception {
    if (ended) throw Breach.ofStream(stream, Http2Error.STREAM_CLOSED, "its body has ended");
    if (cost > window) {
      throw Breach.ofStream(stream, Http2Error.FLOW_CONTROL_ERROR, "more than the window");
    }
    window -= cost;
    taken += cost;
    coming = cost;
  }

  /** Bytes came. */
  void came(int count) throws Http2Exception {
    coming -= count;
    if (left < 0) return;
    left -= count;
    if (left < 0) throw Breach.malformed(stream, "the body is longer than announced");
  }

  /** The frame has ended with padding. */
  void padded() {
    coming = 0;
  }

  /** No more comes. */
  void end() throws Http2Exception {
    if (ended) throw Breach.ofStream(stream, Http2Error.STREAM_CLOSED, "its body has ended");
    ended = true;
    if (left > 0) throw Breach.malformed(stream, "the body is shorter than announced");
  }

  /**
   * Gives back what was read, unless it is too little to tell the client; how much.
   *
   * @param waiting how much has come, but was not read
   */
  int giveBack(int waiting) {
    var read = taken - Math.min(taken, waiting + coming);
    if (window > windowMax / 2 && read < windowMax / 4) return 0;
    taken -= read;
    window += read;
    return read;
  }

  /** It is closed; how much its connection gets back. */
  int close() {
    var rest = taken;
    taken = 0;
    return rest;
  }
}
