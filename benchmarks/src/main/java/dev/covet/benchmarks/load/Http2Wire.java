package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A connection by HTTP/2 without TLS, by prior knowledge (RFC 9113, 3.3): sends a request without a
 * body again and again, each as a stream, and checks status and length of each answer. Its header
 * fields stay in the server's table, as those of a browser do. Not thread-safe.
 */
final class Http2Wire implements Wire {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
  private static final int FRAME_BYTES = 9;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int WINDOW_MORE = Integer.MAX_VALUE - 65_535;

  /** {@code :status 200} of the static table (RFC 7541, A). */
  private static final byte OK = (byte) 0x88;

  /**
   * {@code :method GET}, {@code :scheme http}, and what the first request has left in the table.
   */
  private static final byte[] AGAIN = {
    (byte) 0x82, (byte) 0x86, (byte) 0xc0, (byte) 0xbf, (byte) 0xbe
  };

  private static final int BYTES = 65_536;

  private final SocketChannel channel;
  private final Call call;
  private final int depth;
  private final ByteBuffer out = ByteBuffer.allocateDirect(BYTES);
  private final ByteBuffer in = ByteBuffer.allocateDirect(BYTES);
  private int stream = -1;
  private int bodyLength = -1;

  Http2Wire(SocketChannel channel, Call call, int depth) {
    this.channel = channel;
    this.call = call;
    this.depth = depth;
    out.put(PREFACE);
    frame(0, SETTINGS, 0, 0);
    frame(4, WINDOW_UPDATE, 0, 0).putInt(WINDOW_MORE);
  }

  private ByteBuffer frame(int length, int type, int flags, int id) {
    return out.putInt(length << 8 | type).put((byte) flags).putInt(id);
  }

  @Override
  public void send() throws IOException {
    for (var i = 0; i < depth; i++) {
      var fields = stream < 0 ? first() : AGAIN;
      stream += 2;
      frame(fields.length, HEADERS, END_HEADERS | END_STREAM, stream).put(fields);
    }
    flush();
  }

  /** As literals that go into the table (RFC 7541, 6.2.1): path, authority, accept. */
  private byte[] first() {
    var fields = ByteBuffer.allocate(256).put((byte) 0x82).put((byte) 0x86);
    literal(fields, 0x44, call.target());
    literal(fields, 0x41, "127.0.0.1");
    literal(fields, 0x53, "application/json");
    var bytes = new byte[fields.flip().remaining()];
    fields.get(bytes);
    return bytes;
  }

  private static void literal(ByteBuffer fields, int name, String value) {
    fields.put((byte) name).put((byte) value.length()).put(value.getBytes(US_ASCII));
  }

  private void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) channel.write(out);
    out.clear();
  }

  @Override
  public int receive() throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException("the server closed a connection of " + call.name());
    }
    in.flip();
    var count = 0;
    while (in.remaining() >= FRAME_BYTES) {
      var length = in.getInt(in.position()) >>> 8;
      if (in.remaining() < FRAME_BYTES + length) break;
      if (isAnswered(length)) count++;
    }
    in.compact();
    if (out.position() > 0) flush();
    return count;
  }

  /** Takes one frame; whether it is the last one of an answer. */
  private boolean isAnswered(int length) throws IOException {
    var type = in.getInt() & 0xff;
    int flags = in.get();
    in.getInt();
    var from = in.position();
    in.position(from + length);
    switch (type) {
      case DATA -> check(length, flags);
      case HEADERS -> {
        if (in.get(from) != OK) throw wrong("another status");
      }
      case SETTINGS -> {
        if ((flags & ACK) == 0) frame(0, SETTINGS, ACK, 0);
      }
      case PING -> frame(length, PING, ACK, 0).put(in.slice(from, length));
      case WINDOW_UPDATE -> {}
      default -> throw wrong("a frame of type " + type);
    }
    return type <= HEADERS && (flags & END_STREAM) != 0;
  }

  private void check(int length, int flags) throws IOException {
    if ((flags & END_STREAM) == 0) throw wrong("more than one frame of data");
    if (bodyLength >= 0 && length != bodyLength) {
      throw wrong(length + " bytes, others " + bodyLength);
    }
    bodyLength = length;
  }

  private IOException wrong(String what) {
    return new IOException("an answer to " + call.name() + " has " + what);
  }
}
