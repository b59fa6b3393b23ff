package dev.covet.web.server.websocket;

import dev.covet.web.message.Utf8Check;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.carrier.ServerLimits;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Puts messages together of their frames, within limits, and takes no more memory than came. Used
 * on one loop.
 */
final class MessageParts {
  private static final byte[] NOTHING = {};

  private final ServedSocket socket;
  private final ServerLimits.Sockets limits;
  private final Utf8Check utf8 = new Utf8Check();
  private byte[] bytes = NOTHING;
  private int size;
  private int frames;
  private boolean isText;
  private boolean isDeflated;

  MessageParts(ServedSocket socket) {
    this.socket = socket;
    this.limits = socket.limits().sockets();
  }

  /** A frame begins. */
  void begin(FrameHead frame) throws Broken {
    var goesOn = frame.opcode() == FrameHead.CONTINUATION;
    if (goesOn && frames == 0) throw Broken.rule("there is no message to go on with");
    if (!goesOn && frames > 0) throw Broken.rule("a message begins within another");
    if (!goesOn) {
      isText = frame.opcode() == FrameHead.TEXT;
      isDeflated = frame.isDeflated();
    }
    if (++frames > limits.framesMax()) throw Broken.limit("WEBSOCKET_FRAMES_MAX");
    if (frame.length() > limits.messageBytesMax() - size) {
      throw Broken.limit("WEBSOCKET_MESSAGE_BYTES_MAX");
    }
  }

  /** Takes bytes of a frame; passes over them once the socket is closed, also for want of room. */
  void take(ByteBuf in, FrameHead frame, long from, int count) throws Broken {
    if (socket.end() != null || !socket.take(count)) {
      in.skipBytes(count);
      drop();
      return;
    }
    need(count, frame.length() - from);
    in.readBytes(bytes, size, count);
    frame.unmask(bytes, size, count, from);
    size += count;
    if (isText && !isDeflated && !utf8.take(bytes, size - count, count)) {
      throw Broken.data("a text is not UTF-8");
    }
  }

  /** Room for bytes that came, and some more: at most half as much, or what was announced. */
  private void need(int count, long announced) {
    var least = size + count;
    if (least <= bytes.length) return;
    var roomy = least + (long) least / 2;
    var most = frames == 1 ? size + announced : limits.messageBytesMax();
    bytes = Arrays.copyOf(bytes, (int) Math.max(least, Math.min(roomy, most)));
  }

  /** A frame is whole, and its message if it was the last one. */
  void end(FrameHead frame) throws Broken {
    if (!frame.isLast()) return;
    frames = 0;
    if (socket.end() != null) {
      drop();
      return;
    }
    if (isText && !isDeflated && !utf8.ends()) throw Broken.data("a text is not UTF-8");
    var whole = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    bytes = NOTHING;
    size = 0;
    socket.arrived(isText, isDeflated, whole);
  }

  /** Nothing comes of what has come. */
  void drop() {
    socket.giveBack(size);
    bytes = NOTHING;
    size = 0;
  }
}
