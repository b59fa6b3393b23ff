package dev.covet.test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on a connection of their own that speaks HTTP/2 (RFC 9113). Not
 * thread-safe.
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
  private static final int STREAM = 1;
  private static final int FRAME_BYTES_MAX = 16_384;
  private static final int WINDOW_BYTES = 65_535;

  private final String scheme;
  private final OutputStream out;
  private final DataInputStream in;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
  private final ByteBuf block = Unpooled.buffer();
  private long window = WINDOW_BYTES;
  private long streamWindow = WINDOW_BYTES;
  private long initialWindow = WINDOW_BYTES;
  private AnswerReader.@Nullable Head head;
  private boolean ended;

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
    frame(HEADERS, flags, STREAM, block(sent));
    for (var at = 0; at < sent.body().length && !ended; ) {
      var most = Math.min(Math.min(window, streamWindow), FRAME_BYTES_MAX);
      if (most <= 0) {
        read(body);
        continue;
      }
      at += data(sent.body(), at, (int) Math.min(most, sent.body().length - at));
    }
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

  private int data(byte[] body, int at, int count) throws IOException {
    var isLast = at + count == body.length;
    var payload = ByteBuffer.allocate(count).put(body, at, count).array();
    try {
      frame(DATA, isLast ? END_STREAM : 0, STREAM, payload);
    } catch (IOException _) {
      return body.length - at; // the answer says why
    }
    window -= count;
    streamWindow -= count;
    return count;
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

  private byte[] block(Sent sent) throws IOException {
    var all = new DefaultHttp2Headers(false);
    all.method(sent.method().name()).scheme(scheme).path(sent.target());
    sent.head()
        .forEach((name, value) -> {
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
    out.write(all.put((byte) type).put((byte) flags).putInt(stream).put(payload).array());
  }

  private void read(OutputStream body) throws IOException {
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
      case WINDOW_UPDATE -> window(stream, ByteBuffer.wrap(payload).getInt());
      default -> {} // says nothing of this request
    }
  }

  private void reset(int code) throws IOException {
    if (!ended) throw new IOException("the response was cut off with the code " + code);
  }

  private void window(int stream, int more) {
    if (stream == 0) window += more;
    else streamWindow += more;
  }

  private void settings(int flags, ByteBuffer pairs) throws IOException {
    if ((flags & ACK) != 0) return;
    while (pairs.hasRemaining()) {
      var isWindow = pairs.getShort() == INITIAL_WINDOW_SIZE;
      var value = pairs.getInt();
      if (!isWindow) continue;
      streamWindow += value - initialWindow;
      initialWindow = value;
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
}
