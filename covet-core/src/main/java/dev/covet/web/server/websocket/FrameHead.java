package dev.covet.web.server.websocket;

import io.netty.buffer.ByteBuf;

/**
 * The head of a frame (RFC 6455, 5.2), as far as its bytes have come. Used on one loop.
 *
 * <p>Our own in the place of Netty's decoder, which collects each frame whole before anybody can
 * count or check it.
 */
final class FrameHead {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** The longest payload of a control frame, in bytes (RFC 6455, 5.5). */
  static final int CONTROL_BYTES_MAX = 125;

  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;
  private static final int MASK_BYTES = 4;

  private int first;
  private int second;
  private long length;
  private int mask;

  /** How many bytes have come. */
  private int count;

  /** Takes bytes of the head; whether it is whole. */
  boolean take(ByteBuf in, boolean deflates) throws Broken {
    while (count < 2 + lengthBytes() + MASK_BYTES) {
      if (!in.isReadable()) return false;
      put(in.readByte() & 0xff, deflates);
    }
    return true;
  }

  private int lengthBytes() {
    if (count < 2) return 0;
    return switch (second & 0x7f) {
      case SHORT_LENGTH -> 2;
      case LONG_LENGTH -> 8;
      default -> 0;
    };
  }

  /** What is wrong is found with the byte that shows it. */
  private void put(int next, boolean deflates) throws Broken {
    var at = count++;
    if (at == 0) {
      first = next;
      checkFirst(deflates);
    } else if (at == 1) {
      second = next;
      length = next & 0x7f;
      checkSecond();
      if (length >= SHORT_LENGTH) length = 0;
    } else if (at < 2 + lengthBytes()) {
      length = length << 8 | next;
      if (at == 1 + lengthBytes()) checkLength();
    } else {
      mask = mask << 8 | next;
    }
  }

  private void checkFirst(boolean deflates) throws Broken {
    var reserved = first & 0x70;
    var isDeflated = deflates && reserved == 0x40 && (opcode() == TEXT || opcode() == BINARY);
    if (reserved != 0 && !isDeflated) throw Broken.rule("a reserved bit is set");
    var isKnown = opcode() <= BINARY || (opcode() >= CLOSE && opcode() <= PONG);
    if (!isKnown) throw Broken.rule("the opcode is reserved");
    if (isControl() && !isLast()) throw Broken.rule("a control frame is fragmented");
  }

  private void checkSecond() throws Broken {
    if ((second & 0x80) == 0) throw Broken.rule("a frame of a client is not masked");
    if (isControl() && length > CONTROL_BYTES_MAX) throw Broken.rule("a control frame is too long");
  }

  private void checkLength() throws Broken {
    if (length < 0) throw Broken.rule("the length of a frame has its first bit set");
    var isLong = (second & 0x7f) == LONG_LENGTH;
    if (length < SHORT_LENGTH || (isLong && length <= 0xffff)) {
      throw Broken.rule("the length of a frame takes more bytes than it needs");
    }
  }

  /** Begins with the next frame. */
  void clear() {
    count = 0;
    length = 0;
    mask = 0;
  }

  int opcode() {
    return first & 0x0f;
  }

  boolean isControl() {
    return opcode() >= CLOSE;
  }

  /** Whether it is the last frame of its message. */
  boolean isLast() {
    return (first & 0x80) != 0;
  }

  /** Whether its message is deflated. */
  boolean isDeflated() {
    return (first & 0x40) != 0;
  }

  /** How long its payload is, in bytes. */
  long length() {
    return length;
  }

  /**
   * Unmasks bytes of the payload (RFC 6455, 5.3).
   *
   * @param from where in the payload they stand
   */
  void unmask(byte[] bytes, int offset, int count, long from) {
    for (var i = 0; i < count; i++) {
      bytes[offset + i] ^= (byte) (mask >>> (24 - 8 * (int) ((from + i) & 3)));
    }
  }
}
