package dev.covet.web.server.http2;

import static io.netty.handler.codec.http2.Http2Error.FRAME_SIZE_ERROR;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Exception;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a client into frames, and checks what each must be by itself (RFC 9113, 3.4, 4
 * and 6). Bytes of bodies are passed on as they come; any other frame once it is whole. Used on its
 * loop alone.
 */
final class FrameReader {
  /** What a client sends first (3.4). */
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** The longest payload of a frame: what everybody has to take (4.2). */
  static final int FRAME_BYTES_MAX = 16_384;

  static final int HEAD_BYTES = 9;

  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 32;
  private static final int PRIORITY_BYTES = 5;
  static final int SETTING_BYTES = 6;
  private static final int GO_AWAY_BYTES_MIN = 8;
  private static final int STREAM_MAX = Integer.MAX_VALUE;

  private final Frames to;
  private final int continuationsMax;
  private boolean prefaced;
  private boolean settled;

  /** The header block of which there is more to come. */
  private @Nullable Block block;

  /** The frame of a body of which there is more to come. */
  private @Nullable Data data;

  /**
   * Nothing has come yet.
   *
   * @param continuationsMax how many further frames a header block may come in
   */
  FrameReader(Frames to, int continuationsMax) {
    this.to = to;
    this.continuationsMax = continuationsMax;
  }

  /** The types of frames, as they are numbered (6); others are passed over (5.5). */
  private enum Type {
    DATA,
    HEADERS,
    PRIORITY,
    RST_STREAM,
    SETTINGS,
    PUSH_PROMISE,
    PING,
    GOAWAY,
    WINDOW_UPDATE,
    CONTINUATION,
    UNKNOWN;

    private static final Type[] ALL = values();

    static Type of(int number) {
      return number < ALL.length - 1 ? ALL[number] : UNKNOWN;
    }

    boolean isOfStream() {
      return switch (this) {
        case DATA, HEADERS, PRIORITY, RST_STREAM, CONTINUATION -> true;
        case SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, UNKNOWN -> false;
      };
    }

    boolean isOfConnection() {
      return this == SETTINGS || this == PING || this == GOAWAY;
    }
  }

  /** The head of a frame (4.1). */
  private record Head(Type type, int flags, int stream, int length) {
    static Head at(ByteBuf in) {
      var at = in.readerIndex();
      return new Head(
          Type.of(in.getUnsignedByte(at + 3)),
          in.getUnsignedByte(at + 4),
          in.getInt(at + 5) & STREAM_MAX,
          in.getUnsignedMedium(at));
    }

    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  /** A header block that came in part. */
  private static final class Block {
    final int stream;
    final boolean last;
    final ByteBuf bytes = Unpooled.buffer();
    int continuations;

    Block(int stream, boolean last) {
      this.stream = stream;
      this.last = last;
    }
  }

  /** A frame of a body that came in part. */
  private static final class Data {
    final int stream;
    final boolean last;
    int left;
    int padding;

    /** All but the padding was passed on. */
    boolean passed;

    Data(int stream, boolean last, int left, int padding) {
      this.stream = stream;
      this.last = last;
      this.left = left;
      this.padding = padding;
    }
  }

  /** Whether something has begun whose time is limited: the preface, or a frame but of a body. */
  boolean isWithin(ByteBuf in) {
    return data == null && (!settled || block != null || in.isReadable());
  }

  /** Whether more of a header block has to follow: that is one thing, in however many frames. */
  boolean isInBlock() {
    return block != null;
  }

  /** Takes the next frame, or a part of one; false if there is too little of it. */
  boolean take(ByteBuf in) throws Http2Exception {
    if (!prefaced) return takePreface(in);
    var open = data;
    if (open != null) return takeBytes(in, open);
    if (in.readableBytes() < HEAD_BYTES) return false;
    var head = Head.at(in);
    check(head);
    if (head.type == Type.DATA) return begin(in, head);
    if (in.readableBytes() < HEAD_BYTES + head.length) return false;
    in.skipBytes(HEAD_BYTES);
    pass(head, in.readSlice(head.length));
    return true;
  }

  private boolean takePreface(ByteBuf in) throws Http2Exception {
    if (!begins(in)) throw Breach.protocol("this is not the preface of HTTP/2");
    prefaced = in.readableBytes() >= PREFACE.length;
    if (prefaced) in.skipBytes(PREFACE.length);
    return prefaced;
  }

  /** Whether what a client has sent first is, as far as it came, the preface. */
  static boolean begins(ByteBuf in) {
    var count = Math.min(in.readableBytes(), PREFACE.length);
    for (var i = 0; i < count; i++) {
      if (in.getByte(in.readerIndex() + i) != PREFACE[i]) return false;
    }
    return true;
  }

  private void check(Head head) throws Http2Exception {
    if (head.length > FRAME_BYTES_MAX) throw Breach.of(FRAME_SIZE_ERROR, "a frame is too long");
    if (!settled && (head.type != Type.SETTINGS || head.has(ACK))) {
      throw Breach.protocol("SETTINGS must come first");
    }
    checkOrder(head);
    if (head.type.isOfStream() && head.stream == 0) {
      throw Breach.protocol("a frame must name its stream");
    }
    if (head.type.isOfConnection() && head.stream != 0) {
      throw Breach.protocol("a frame of the connection names a stream");
    }
    if (!hasGoodLength(head)) {
      throw Breach.of(FRAME_SIZE_ERROR, "a frame has the wrong length");
    }
  }

  private void checkOrder(Head head) throws Http2Exception {
    var open = block;
    var continues = head.type == Type.CONTINUATION;
    if (open == null ? continues : !continues || head.stream != open.stream) {
      throw Breach.protocol("CONTINUATION must follow its header block, and nothing else");
    }
    if (head.type == Type.PUSH_PROMISE) throw Breach.protocol("a client pushes nothing");
  }

  private static boolean hasGoodLength(Head head) {
    return switch (head.type) {
      case PRIORITY -> head.length == PRIORITY_BYTES;
      case RST_STREAM, WINDOW_UPDATE -> head.length == Integer.BYTES;
      case SETTINGS -> head.has(ACK) ? head.length == 0 : head.length % SETTING_BYTES == 0;
      case PING -> head.length == Long.BYTES;
      case GOAWAY -> head.length >= GO_AWAY_BYTES_MIN;
      case DATA, HEADERS -> !head.has(PADDED) || head.length > 0;
      case PUSH_PROMISE, CONTINUATION, UNKNOWN -> true;
    };
  }

  private boolean begin(ByteBuf in, Head head) throws Http2Exception {
    var padded = head.has(PADDED) ? 1 : 0;
    if (in.readableBytes() < HEAD_BYTES + padded) return false;
    in.skipBytes(HEAD_BYTES);
    var padding = padded == 0 ? 0 : in.readUnsignedByte();
    var left = head.length - padded - padding;
    if (left < 0) throw Breach.protocol("a frame has more padding than bytes");
    var last = head.has(END_STREAM);
    data = new Data(head.stream, last, left, padding);
    to.data(head.stream, head.length, left == 0 && !last);
    return true;
  }

  private boolean takeBytes(ByteBuf in, Data open) throws Http2Exception {
    if (open.passed) return takePadding(in, open);
    if (open.left > 0 && !in.isReadable()) return false;
    var count = Math.min(open.left, in.readableBytes());
    open.left -= count;
    open.passed = open.left == 0;
    if (open.passed && open.padding == 0) data = null;
    to.bytes(open.stream, in.readSlice(count), open.passed && open.last);
    return true;
  }

  private boolean takePadding(ByteBuf in, Data open) {
    if (!in.isReadable()) return false;
    var count = Math.min(open.padding, in.readableBytes());
    in.skipBytes(count);
    open.padding -= count;
    if (open.padding > 0) return true;
    data = null;
    to.padded(open.stream);
    return true;
  }

  private void pass(Head head, ByteBuf payload) throws Http2Exception {
    switch (head.type) {
      case HEADERS -> fields(head, payload);
      case CONTINUATION -> more(head, payload);
      case PRIORITY -> priority(head, payload);
      case RST_STREAM -> to.reset(head.stream);
      case SETTINGS -> settings(head, payload);
      case PING -> {
        if (!head.has(ACK)) to.ping(payload.readLong());
      }
      case WINDOW_UPDATE -> to.window(head.stream, payload.readInt() & STREAM_MAX);
      case DATA, PUSH_PROMISE, GOAWAY, UNKNOWN -> {} // the first two end before
    }
  }

  private void settings(Head head, ByteBuf payload) throws Http2Exception {
    settled = true;
    if (head.has(ACK)) {
      to.settled();
    } else {
      to.settings(payload);
    }
  }

  private void priority(Head head, ByteBuf payload) throws Http2Exception {
    if ((payload.readInt() & STREAM_MAX) == head.stream) {
      throw Breach.protocol("a stream depends on itself");
    }
    to.priority();
  }

  private void fields(Head head, ByteBuf payload) throws Http2Exception {
    var padding = head.has(PADDED) ? payload.readUnsignedByte() : 0;
    if (head.has(PRIORITY)) {
      if (payload.readableBytes() < PRIORITY_BYTES) {
        throw Breach.of(FRAME_SIZE_ERROR, "a frame has the wrong length");
      }
      priority(head, payload.readSlice(PRIORITY_BYTES));
    }
    if (padding > payload.readableBytes()) {
      throw Breach.protocol("a frame has more padding than bytes");
    }
    var fragment = payload.readSlice(payload.readableBytes() - padding);
    if (head.has(END_HEADERS)) {
      to.fields(head.stream, fragment, head.has(END_STREAM));
      return;
    }
    var begun = new Block(head.stream, head.has(END_STREAM));
    begun.bytes.writeBytes(fragment);
    block = begun;
  }

  private void more(Head head, ByteBuf payload) throws Http2Exception {
    var open = block;
    if (open == null) return; // then it was refused before
    if (++open.continuations > continuationsMax) {
      throw Breach.limit("HTTP2_CONTINUATION_FRAMES_MAX");
    }
    open.bytes.writeBytes(payload);
    if (!head.has(END_HEADERS)) return;
    block = null;
    to.fields(open.stream, open.bytes, open.last);
  }
}
