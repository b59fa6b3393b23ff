package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A client of WebSockets that sends whatever frames it is told to (RFC 6455, 5); every wait ends
 * after 30 s.
 */
final class FrameSocket implements AutoCloseable {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  private static final int WAIT_MILLIS_MAX = 30_000;
  private static final int LAST = 0x80;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final String head;

  private FrameSocket(Socket socket, DataInputStream in, OutputStream out, String head) {
    this.socket = socket;
    this.in = in;
    this.out = out;
    this.head = head;
  }

  /** Opens one by HTTP/1.1. */
  static FrameSocket over(int port, String... fields) throws IOException {
    return opened(port, request("/", fields));
  }

  /** Opens one at a path, by HTTP/1.1. */
  static FrameSocket to(int port, String path) throws IOException {
    return opened(port, request(path));
  }

  private static FrameSocket opened(int port, String opening) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(WAIT_MILLIS_MAX);
    var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536));
    var out = socket.getOutputStream();
    out.write(opening.getBytes(ISO_8859_1));
    return new FrameSocket(socket, in, out, readHead(in));
  }

  /** Opens one on a stream of a connection that speaks HTTP/2. */
  static FrameSocket over(FrameClient client, int stream, String... fields) throws IOException {
    client.headers(stream, 0, SocketWay.connect("/", fields));
    return opened(client, stream);
  }

  /** One that was asked for. */
  static FrameSocket opened(FrameClient client, int stream) throws IOException {
    var answer = client.on(stream);
    client.await(() -> answer.status() > 0 || answer.reset() >= 0);
    var head = new StringBuilder("HTTP/2 " + answer.status() + " \r\n");
    answer.fields().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    var bytes = new StreamBytes(client, stream);
    return new FrameSocket(
        client.socket(), new DataInputStream(bytes.in()), bytes.out(), head.toString());
  }

  /** What opens one. */
  static String request(String path, String... fields) {
    var more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        + more
        + "\r\n";
  }

  /**
   * A frame as it came.
   *
   * @param first its first byte
   */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  record Frame(int first, byte[] payload) {
    int opcode() {
      return first & 0x0f;
    }

    boolean isDeflated() {
      return (first & 0x40) != 0;
    }

    String text() {
      return new String(payload, UTF_8);
    }

    /** What a close says; 1005 for nothing. */
    int code() {
      return payload.length < 2 ? 1_005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    }

    String reason() {
      return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, UTF_8);
    }
  }

  String head() {
    return head;
  }

  int status() {
    return Integer.parseInt(head.split(" ", -1)[1]);
  }

  Socket socket() {
    return socket;
  }

  /** Whether it was opened. */
  boolean isOpen() {
    return status() == (head.startsWith("HTTP/2") ? 200 : 101);
  }

  private static String readHead(DataInputStream in) throws IOException {
    var all = new StringBuilder();
    while (all.length() < 4 || !all.substring(all.length() - 4).equals("\r\n\r\n")) {
      all.append((char) in.readUnsignedByte());
    }
    return all.toString();
  }

  FrameSocket raw(byte[] bytes) throws IOException {
    out.write(bytes);
    return this;
  }

  /** Sends bytes a few at a time. */
  FrameSocket chopped(byte[] bytes, int size) throws IOException {
    for (var at = 0; at < bytes.length; at += size) {
      raw(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
    }
    return this;
  }

  FrameSocket text(String text) throws IOException {
    return raw(frame(LAST | TEXT, text.getBytes(UTF_8)));
  }

  FrameSocket close(int code) throws IOException {
    return raw(frame(LAST | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
  }

  /** A masked frame. */
  static byte[] frame(int first, byte[] payload) {
    var mask = new byte[4];
    ThreadLocalRandom.current().nextBytes(mask);
    var out = new ByteArrayOutputStream(payload.length + 14);
    out.write(first);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else if (payload.length < 65_536) {
      out.write(0x80 | 126);
      number(out, payload.length, 2);
    } else {
      out.write(0x80 | 127);
      number(out, payload.length, 8);
    }
    out.writeBytes(mask);
    var masked = payload.clone();
    for (var i = 0; i < masked.length; i++) masked[i] ^= mask[i & 3];
    out.writeBytes(masked);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long value, int bytes) {
    for (var i = bytes - 1; i >= 0; i--) out.write((int) (value >>> (8 * i)));
  }

  /** The next frame; one that is masked is no frame of a server. */
  Frame next() throws IOException {
    var first = in.readUnsignedByte();
    var second = in.readUnsignedByte();
    if (second >= 0x80) throw new IOException("a frame of a server is masked");
    long length = second;
    if (second == 126) length = in.readUnsignedShort();
    if (second == 127) length = in.readLong();
    var payload = new byte[(int) length];
    in.readFully(payload);
    return new Frame(first, payload);
  }

  /** The next frame that is no ping. */
  Frame nextMessage() throws IOException {
    var frame = next();
    return frame.opcode() == PING ? nextMessage() : frame;
  }

  /** Whether nothing more comes, and the connection ends. */
  boolean isAtEnd() throws IOException {
    try {
      return in.read() < 0;
    } catch (EOFException _) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
