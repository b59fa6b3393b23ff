package dev.covet.web.server;

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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends HTTP/2 frames as they are, and keeps what comes, by stream; every wait ends after 30 s. */
final class FrameClient implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int PRIORITY = 2;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 1;
  static final int ACK = 1;
  static final int END_HEADERS = 4;
  static final int PADDED = 8;
  static final int WITH_PRIORITY = 32;

  static final int PROTOCOL_ERROR = 1;
  static final int FLOW_CONTROL_ERROR = 3;
  static final int STREAM_CLOSED = 5;
  static final int FRAME_SIZE_ERROR = 6;
  static final int REFUSED_STREAM = 7;
  static final int CANCEL = 8;
  static final int COMPRESSION_ERROR = 9;
  static final int ENHANCE_YOUR_CALM = 11;

  static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int WAIT_MILLIS_MAX = 30_000;

  private final Socket socket;
  private final DataInputStream in;
  private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
  private final Map<Integer, Answer> answers = new HashMap<>();
  private final Map<Integer, Integer> settings = new LinkedHashMap<>();
  private final Map<Integer, Integer> windows = new HashMap<>();
  private int goAway = -1;
  private int lastStream = -1;
  private int longestHead;
  private int pongs;
  private int settled;
  private boolean ended;

  /** What came on a stream. */
  static final class Answer {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean whole;
    private boolean wentOn;
    private int reset = -1;

    int status() {
      return Integer.parseInt(fields.getOrDefault(":status", "0"));
    }

    @Nullable String field(String name) {
      return fields.get(name);
    }

    Map<String, String> fields() {
      return fields;
    }

    String body() {
      return body.toString(StandardCharsets.UTF_8);
    }

    int length() {
      return body.size();
    }

    /** What has come of the body, which is not kept any more. */
    byte[] take() {
      var all = body.toByteArray();
      body.reset();
      return all;
    }

    boolean isWhole() {
      return whole;
    }

    /** Whether the server has said that the body is to come. */
    boolean wentOn() {
      return wentOn;
    }

    /** The code with which the stream was reset; -1 if it was not. */
    int reset() {
      return reset;
    }
  }

  FrameClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(WAIT_MILLIS_MAX);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536));
  }

  /** A connection on which nothing was sent. */
  static FrameClient silent(int port) throws IOException {
    return new FrameClient(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** A connection that has begun, with settings of the client: identifiers and values in turn. */
  static FrameClient to(int port, int... settings) throws IOException {
    return silent(port).begin(settings);
  }

  FrameClient begin(int... pairs) throws IOException {
    send(PREFACE.getBytes(StandardCharsets.US_ASCII));
    return settings(pairs).frame(SETTINGS, ACK, 0);
  }

  /** The head of an answer by HTTP/1.1, which comes before any frame. */
  String head() throws IOException {
    var all = new StringBuilder();
    while (all.indexOf("\r\n\r\n") < 0) all.append((char) in.readUnsignedByte());
    return all.toString();
  }

  FrameClient settings(int... pairs) throws IOException {
    var payload = ByteBuffer.allocate(pairs.length * 3);
    for (var i = 0; i < pairs.length; i += 2) {
      payload.putShort((short) pairs[i]).putInt(pairs[i + 1]);
    }
    return frame(SETTINGS, 0, 0, payload.array());
  }

  FrameClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Keeps no table of fields, and the server has to know it. */
  FrameClient withoutTable() throws IOException {
    try {
      decoder.maxHeaderTableSize(0);
    } catch (Http2Exception e) {
      throw new IOException(e);
    }
    return settings(1, 0);
  }

  FrameClient frame(int type, int flags, int stream, byte... payload) throws IOException {
    return send(bytes(type, flags, stream, payload));
  }

  static byte[] bytes(int type, int flags, int stream, byte... payload) {
    var head = ByteBuffer.allocate(9 + payload.length);
    head.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    return head.put((byte) type).put((byte) flags).putInt(stream).put(payload).array();
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  /** What HPACK makes of fields: names and values in turn. */
  byte[] block(String... namesAndValues) {
    var out = Unpooled.buffer();
    try {
      for (var i = 0; i < namesAndValues.length; i += 2) {
        encoder.encodeHeaders(
            1, new DefaultHttp2Headers(false).add(namesAndValues[i], namesAndValues[i + 1]), out);
      }
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
    var block = new byte[out.readableBytes()];
    out.readBytes(block);
    return block;
  }

  /** The fields that every request has, and others behind them. */
  static String[] request(String method, String path, String... more) {
    var all = new String[8 + more.length];
    var first = new String[] {":method", method, ":scheme", "http", ":path", path};
    System.arraycopy(first, 0, all, 0, 6);
    all[6] = ":authority";
    all[7] = "a";
    System.arraycopy(more, 0, all, 8, more.length);
    return all;
  }

  FrameClient headers(int stream, int flags, String... namesAndValues) throws IOException {
    return frame(HEADERS, flags | END_HEADERS, stream, block(namesAndValues));
  }

  FrameClient get(int stream, String path, String... more) throws IOException {
    return headers(stream, END_STREAM, request("GET", path, more));
  }

  /** Begins a request whose body comes later. */
  FrameClient post(int stream, String path, String... more) throws IOException {
    return headers(stream, 0, request("POST", path, more));
  }

  FrameClient data(int stream, String text, boolean last) throws IOException {
    return frame(DATA, last ? END_STREAM : 0, stream, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  FrameClient window(int stream, int more) throws IOException {
    return frame(WINDOW_UPDATE, 0, stream, number(more));
  }

  FrameClient reset(int stream) throws IOException {
    return frame(RST_STREAM, 0, stream, number(CANCEL));
  }

  /** The whole answer on a stream, or as far as it came before the stream was reset. */
  Answer answer(int stream) throws IOException {
    await(() -> on(stream).whole || on(stream).reset >= 0);
    return on(stream);
  }

  /** What has come on a stream so far. */
  Answer on(int stream) {
    return answers.computeIfAbsent(stream, _ -> new Answer());
  }

  /** The code with which a stream is reset; fails if the connection ends before. */
  int resetOf(int stream) throws IOException {
    await(() -> on(stream).reset >= 0);
    return on(stream).reset;
  }

  /** The code with which the server ends the connection. */
  int goAway() throws IOException {
    await(() -> goAway >= 0);
    return goAway;
  }

  /** The highest stream that counts, as the server has last said; -1 before. */
  int lastStream() {
    return lastStream;
  }

  /** Reads until a condition holds. */
  FrameClient await(BooleanSupplier condition) throws IOException {
    while (!condition.getAsBoolean()) read();
    return this;
  }

  /** Bytes of the longest head that came. */
  int longestHead() {
    return longestHead;
  }

  int pongs() {
    return pongs;
  }

  int settled() {
    return settled;
  }

  Map<Integer, Integer> serverSettings() {
    return settings;
  }

  /** How much more the server has said it takes on a stream, or, for 0, altogether. */
  int windowOf(int stream) {
    return windows.getOrDefault(stream, 0);
  }

  /** Whether nothing more comes. */
  boolean isClosed() {
    try {
      while (!ended) read();
      return true;
    } catch (EOFException _) {
      return true;
    } catch (IOException e) {
      return !(e instanceof SocketTimeoutException);
    }
  }

  private void read() throws IOException {
    var length = in.read();
    if (length < 0) {
      ended = true;
      throw new EOFException("the connection has ended");
    }
    length = (length << 16) | in.readUnsignedShort();
    var type = in.read();
    var flags = in.read();
    var stream = in.readInt();
    var payload = in.readNBytes(length);
    switch (type) {
      case DATA -> {
        on(stream).body.write(payload);
        on(stream).whole |= (flags & END_STREAM) != 0;
      }
      case HEADERS -> {
        longestHead = Math.max(longestHead, payload.length);
        fields(stream, flags, payload);
      }
      case RST_STREAM -> on(stream).reset = ByteBuffer.wrap(payload).getInt();
      case SETTINGS -> settings(flags, payload);
      case PING -> pongs++;
      case GOAWAY -> {
        lastStream = ByteBuffer.wrap(payload).getInt();
        goAway = ByteBuffer.wrap(payload).getInt(4);
      }
      case WINDOW_UPDATE -> windows.merge(stream, ByteBuffer.wrap(payload).getInt(), Integer::sum);
      default -> throw new IOException("a frame of type " + type);
    }
  }

  private void settings(int flags, byte[] payload) {
    if ((flags & ACK) != 0) settled++;
    var pairs = ByteBuffer.wrap(payload);
    while (pairs.hasRemaining()) settings.put((int) pairs.getShort(), pairs.getInt());
  }

  private void fields(int stream, int flags, byte[] payload) throws IOException {
    try {
      var fields = decoder.decodeHeaders(stream, Unpooled.wrappedBuffer(payload));
      var answer = on(stream);
      if ("100".contentEquals(fields.status())) {
        answer.wentOn = true;
        return;
      }
      fields.forEach(
          each -> answer.fields.put(each.getKey().toString(), each.getValue().toString()));
      answer.whole |= (flags & END_STREAM) != 0;
    } catch (Http2Exception e) {
      throw new IOException(e);
    }
  }

  /** A number of bytes, of which nobody looks at any. */
  static String text(int length) {
    return "x".repeat(length);
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
