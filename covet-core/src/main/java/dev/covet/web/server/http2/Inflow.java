package dev.covet.web.server.http2;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;

/**
 * What comes on all streams of a connection together: its flow control (RFC 9113, 5.2). Used on its
 * loop alone.
 */
final class Inflow {
  private final FrameWriter writer;
  private final int windowMax;

  /** What the client may still send. */
  private int window = Outflow.WINDOW_BYTES;

  /** What it may send more, once it is told. */
  private int unsaid;

  Inflow(FrameWriter writer, int bufferedBytesMax) {
    this.writer = writer;
    this.windowMax = Math.max(Outflow.WINDOW_BYTES, bufferedBytesMax);
    this.unsaid = windowMax - window;
  }

  /** Has the client send as much as it may. */
  void open() {
    if (unsaid > 0) say();
  }

  /** A frame begins. */
  void take(int cost) throws Http2Exception {
    if (cost > window) throw Breach.of(Http2Error.FLOW_CONTROL_ERROR, "more than the window");
    window -= cost;
  }

  /** Bytes were read, or dropped. */
  void giveBack(int bytes) {
    unsaid += bytes;
    if (unsaid >= windowMax / 4 || (unsaid > 0 && isShort())) say();
  }

  /** Whether the client may be waiting for others' bodies to be read. */
  boolean isShort() {
    return window < FrameReader.FRAME_BYTES_MAX;
  }

  private void say() {
    writer.window(0, unsaid);
    window += unsaid;
    unsaid = 0;
  }
}
