package dev.covet.test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, or one WebSocket, on a connection of its own that speaks HTTP/2 (RFC
 * 9113). Not thread-safe.
 */
final class Http2Exchange {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int WINDOW_UPDATE = 8;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int ENABLE_PUSH = 2;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int ENABLE_CONNECT_PROTOCOL = 8;

  /** What asks for a WebSocket by HTTP/1.1, and has no meaning here (RFC 8441, 5). */
  private static final Set<String> HANDSHAKE = Set.of("upgrade", "connection", "sec-websocket-key");

  private static final int STREAM = 1;
  private static final int FRAME_BYTES_MAX = 16_384;
  private static final int WINDOW_BYTES = 65_535;

  private final String scheme;
  private final OutputStream out;
  private final DataInputStream in;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
  private final ByteBuf block = Unpooled.buffer();
  private final Windows windows = new Windows();
  private AnswerReader.@Nullable Head head;
  private boolean isSettled;
  private boolean connects;
  private volatile boolean ended;

  /** What the server takes (RFC 9113, 5.2). Safe for use by many threads. */
  private static final class Windows {
    private long window = WINDOW_BYTES;
    private long streamWindow = WINDOW_BYTES;
    private long initialWindow = WINDOW_BYTES;

    synchronized int room() {
      return (int) Math.min(Math.min(window, streamWindow), FRAME_BYTES_MAX);
    }

    synchronized void spend(int count) {
      window -= count;
      streamWindow -= count;
    }

    synchronized void more(int stream, int count) {
      if (stream == 0) window += count;
      else streamWindow += count;
    }

    synchronized void initial(int value) {
      streamWindow += value - initialWindow;
      initialWindow = value;
    }
  }

  Http2Exchange(String scheme, Socket socket) throws IOException {
    this.scheme = scheme;
    this.out = socket.getOutputStream();
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** Sends a request; the head of its answer. What comes of a body meanwhile is kept. */
  AnswerReader.Head asked(Sent sent, OutputStream body) throws IOException {
    out.write(PREFACE);
    settings();
    var flags = sent.body().length == 0 ? END_HEADERS | END_STREAM : END_HEADERS;
    frame(HEADERS, flags, STREAM, block(sent, false));
    for (var at = 0; at < sent.body().length && !ended; ) {
      var most = room();
      if (most <= 0) {
        read(body);
        continue;
      }
      at += data(sent.body(), at, Math.min(most, sent.body().length - at));
    }
    return head(body);
  }

  /** Asks for a WebSocket (RFC 8441); the head of the answer. */
  AnswerReader.Head connected(Sent sent, OutputStream body) throws IOException {
    out.write(PREFACE);
    settings();
    while (!isSettled) read(body); // a client has to know that the server can
    if (!connects) throw new IOException("the server opens no WebSockets by HTTP/2");
    frame(HEADERS, END_HEADERS, STREAM, block(sent, true));
    return head(body);
  }

  private AnswerReader.Head head(OutputStream body) throws IOException {
    var first = head;
    while (first == null) {
      read(body);
      first = head;
    }
    return first;
  }

  /** Passes the body of the answer on. */
  void body(OutputStream to) throws IOException {
    while (!ended) read(to);
  }

  /** Whether the server has ended the stream. */
  boolean isEnded() {
    return ended;
  }

  /** How many bytes the server takes now, in one frame. */
  int room() {
    return windows.room();
  }

  /** Sends bytes for which there is room; how many. */
  int part(byte[] from, int at, int count) throws IOException {
    frame(DATA, 0, STREAM, spent(from, at, count));
    return count;
  }

  private int data(byte[] body, int at, int count) throws IOException {
    var isLast = at + count == body.length;
    try {
      frame(DATA, isLast ? END_STREAM : 0, STREAM, spent(body, at, count));
    } catch (IOException _) {
      return body.length - at; // the answer says why
    }
    return count;
  }

  private byte[] spent(byte[] from, int at, int count) {
    windows.spend(count);
    return ByteBuffer.allocate(count).put(from, at, count).array();
  }

  /** The server may send as much as it likes: what it is slowed down by is the socket. */
  private void settings() throws IOException {
    var settings = ByteBuffer.allocate(12);
    settings.putShort((short) ENABLE_PUSH).putInt(0);
    settings.putShort((short) INITIAL_WINDOW_SIZE).putInt(Integer.MAX_VALUE);
    frame(SETTINGS, 0, 0, settings.array());
    var more = ByteBuffer.allocate(4);
    more.putInt(Integer.MAX_VALUE - WINDOW_BYTES);
    frame(WINDOW_UPDATE, 0, 0, more.array());
  }

  private byte[] block(Sent sent, boolean connects) throws IOException {
    var all = new DefaultHttp2Headers(false);
    all.method(connects ? "CONNECT" : sent.method().name()).scheme(scheme).path(sent.target());
    if (connects) all.add(":protocol", "websocket");
    sent.head()
        .forEach((name, value) -> {
          if (connects && HANDSHAKE.contains(name.toLowerCase(Locale.ROOT))) return;
          if (name.equalsIgnoreCase("Host")) all.authority(value);
          else all.add(name.toLowerCase(Locale.ROOT), trimmed(value));
        });
    var bytes = Unpooled.buffer();
    try {
      new DefaultHttp2HeadersEncoder().encodeHeaders(STREAM, all, bytes);
    } catch (Http2Exception e) {
      throw new IOException(e);
    }
    var whole = new byte[bytes.readableBytes()];
    bytes.readBytes(whole);
    return whole;
  }

  /** Space around a value is no part of it (RFC 9110, 5.5), and may not be sent here. */
  private static String trimmed(String value) {
    var end = value.length();
    while (end > 0 && isSpace(value.charAt(end - 1))) end--;
    var begin = 0;
    while (begin < end && isSpace(value.charAt(begin))) begin++;
    return value.substring(begin, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    var all = ByteBuffer.allocate(9 + payload.length);
    all.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    all.put((byte) type).put((byte) flags).putInt(stream).put(payload);
    synchronized (out) { // a socket has a thread that reads, and others that write
      out.write(all.array());
    }
  }

  /** Takes a frame; what it has of a body is passed on. */
  void read(OutputStream body) throws IOException {
    var first = in.read();
    if (first < 0) throw new EOFException("the connection ended before the response");
    var length = (first << 16) | in.readUnsignedShort();
    var type = in.read();
    var flags = in.read();
    var stream = in.readInt();
    var payload = in.readNBytes(length);
    if (payload.length < length) throw new EOFException("the connection ended within a frame");
    switch (type) {
      case DATA -> {
        body.write(payload);
        ended = (flags & END_STREAM) != 0;
      }
      case HEADERS, CONTINUATION -> fields(type, flags, payload);
      case RST_STREAM -> reset(ByteBuffer.wrap(payload).getInt());
      case SETTINGS -> settings(flags, ByteBuffer.wrap(payload));
      case WINDOW_UPDATE -> windows.more(stream, ByteBuffer.wrap(payload).getInt());
      default -> {} // says nothing of this request
    }
  }

  private void reset(int code) throws IOException {
    if (!ended) throw new IOException("the response was cut off with the code " + code);
  }

  private void settings(int flags, ByteBuffer pairs) throws IOException {
    if ((flags & ACK) != 0) return;
    isSettled = true;
    while (pairs.hasRemaining()) {
      var setting = pairs.getShort();
      var value = pairs.getInt();
      if (setting == ENABLE_CONNECT_PROTOCOL) connects = value == 1;
      if (setting == INITIAL_WINDOW_SIZE) windows.initial(value);
    }
    frame(SETTINGS, ACK, 0, new byte[0]);
  }

  private void fields(int type, int flags, byte[] payload) throws IOException {
    if (type == HEADERS && (flags & END_STREAM) != 0) ended = true;
    block.writeBytes(payload);
    if ((flags & END_HEADERS) == 0) return;
    try {
      var decoded = decoder.decodeHeaders(STREAM, block);
      var status = Integer.parseInt(decoded.status().toString());
      var all = new ArrayList<Map.Entry<String, String>>();
      decoded.forEach(each -> {
        var name = each.getKey().toString();
        if (!name.startsWith(":")) {
          all.add(new SimpleImmutableEntry<>(name, each.getValue().toString()));
        }
      });
      if (status >= 200) head = new AnswerReader.Head(status, new Fields(all));
    } catch (Http2Exception e) {
      throw new IOException(e);
    }
  }

  /** The bytes of the stream, in both directions, from now on. */
  StreamBytes bytes() {
    return new StreamBytes(this);
  }

  /**
   * The bytes of a stream of HTTP/2, in both directions, as those of a connection. One thread may
   * read while another writes.
   */
  static final class StreamBytes {
    /** How long a writer that waits for its window leaves it to the reader to hear of it. */
    private static final long LOOK_MILLIS = 2;

    private final Http2Exchange exchange;

    /** Whoever has it takes what comes on the connection. */
    private final ReentrantLock reading = new ReentrantLock();

    /** What has come that nobody has read. Guarded by that. */
    private final ByteArrayOutputStream came = new ByteArrayOutputStream();

    StreamBytes(Http2Exchange exchange) {
      this.exchange = exchange;
    }

    /** What the server sends. */
    InputStream in() {
      return new InputStream() {
        private byte[] now = {};
        private int at;

        @Override
        public int read() throws IOException {
          return await() ? now[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
          if (!await()) return -1;
          var most = Math.min(count, now.length - at);
          System.arraycopy(now, at, to, offset, most);
          at += most;
          return most;
        }

        private boolean await() throws IOException {
          if (at < now.length) return true;
          now = taken();
          at = 0;
          return now.length > 0;
        }
      };
    }

    /** What comes next; nothing at the end. */
    private byte[] taken() throws IOException {
      reading.lock();
      try {
        while (came.size() == 0 && !exchange.isEnded()) exchange.read(came);
        var all = came.toByteArray();
        came.reset();
        return all;
      } finally {
        reading.unlock();
      }
    }

    /** What the client sends, as the windows take it. */
    OutputStream out() {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int count) throws IOException {
          for (var done = 0; done < count; ) {
            var most = exchange.room();
            if (most > 0) {
              done += exchange.part(from, offset + done, Math.min(most, count - done));
            } else {
              awaitRoom();
            }
          }
        }
      };
    }

    private void awaitRoom() throws IOException {
      try {
        if (!reading.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for a window", e);
      }
      try {
        if (exchange.isEnded()) throw new IOException("the stream has ended");
        if (exchange.room() <= 0) exchange.read(came);
      } finally {
        reading.unlock();
      }
    }
  }
}
