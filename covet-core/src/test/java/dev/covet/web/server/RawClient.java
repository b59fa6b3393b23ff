package dev.covet.web.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes as they are and reads answers one by one; every wait ends after 5 s. */
final class RawClient implements AutoCloseable {
  private static final int WAIT_MILLIS_MAX = 30_000;

  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(WAIT_MILLIS_MAX);
    in = new BufferedInputStream(socket.getInputStream(), 65_536);
  }

  /** An answer as it came. */
  record Answer(int status, String head, String body) {
    boolean closes() {
      return head.toLowerCase(Locale.ROOT).contains("connection: close");
    }
  }

  RawClient send(String latin1) throws IOException {
    return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  RawClient get(String path) throws IOException {
    return send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  /** The next answer; one without a length is read to the connection's end. */
  Answer answer() throws IOException {
    return answer(false);
  }

  /** The next answer to a HEAD, which has no body whatever its length says. */
  Answer headAnswer() throws IOException {
    return answer(true);
  }

  private Answer answer(boolean toHead) throws IOException {
    var head = head();
    var status = Integer.parseInt(head.substring(9, 12));
    var lower = head.toLowerCase(Locale.ROOT);
    if (toHead || status < 200 || status == 204 || status == 304)
      return new Answer(status, head, "");
    if (lower.contains("transfer-encoding: chunked")) return new Answer(status, head, chunks());
    var at = lower.indexOf("content-length: ");
    var length =
        at < 0
            ? Integer.MAX_VALUE
            : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
    var body = in.readNBytes(length);
    return new Answer(status, head, new String(body, StandardCharsets.UTF_8));
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) throw new IOException("closed after: " + head);
      head.append((char) next);
    }
    return head.toString();
  }

  private String chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    while (true) {
      var size = Integer.parseInt(line(), 16);
      all.write(in.readNBytes(size));
      line();
      if (size == 0) return all.toString(StandardCharsets.UTF_8);
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n' && next >= 0; next = in.read())
      line.append((char) next);
    return line.toString().strip();
  }

  /** How many bytes of the pattern the next answer brings; -1 if one of them is wrong. */
  long patternAnswer() throws IOException {
    var head = head();
    var length = head.indexOf("Content-Length: ");
    if (length >= 0) {
      return pattern(0, Long.parseLong(head.substring(length + 16, head.indexOf('\r', length))));
    }
    long at = 0;
    for (int size; (size = Integer.parseInt(line(), 16)) > 0; line()) {
      if (pattern(at, size) < 0) return -1;
      at += size;
    }
    line();
    return at;
  }

  /** How many bytes the next answer, in chunks, brings. */
  long chunkedBytes() throws IOException {
    head();
    long count = 0;
    for (int size; (size = Integer.parseInt(line(), 16)) > 0; line()) {
      in.skipNBytes(size);
      count += size;
    }
    line();
    return count;
  }

  /** Reads until a text has come; what stands behind it stays. */
  void awaitText(String text) throws IOException {
    var come = new StringBuilder();
    while (come.indexOf(text) < 0) {
      var next = in.read();
      if (next < 0) throw new IOException("closed after: " + come);
      come.append((char) next);
    }
  }

  /** Whether the next answer brings so many bytes of the pattern; the rest of it stays. */
  boolean patternBytes(long count) throws IOException {
    head();
    return pattern(0, count) == count;
  }

  /** Whether the pattern goes on up to an end; what stands behind it stays. */
  boolean patternGoesOn(long from, long end) throws IOException {
    return pattern(from, end - from) == end - from;
  }

  /** All that comes until the server ends the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Takes so many bytes, fewer only at the end; how many. */
  int some(int count) throws IOException {
    return in.readNBytes(count).length;
  }

  /** How many bytes come until the connection ends or breaks. */
  long restLength() {
    long count = 0;
    var block = new byte[65_536];
    try {
      for (int read; (read = in.read(block)) >= 0; ) count += read;
    } catch (IOException _) {
      return count;
    }
    return count;
  }

  /** How many bytes of the pattern came until the end; -1 if one of them is wrong. */
  long patternRest(long from) throws IOException {
    var rest = in.readAllBytes();
    return BigStreams.Pattern.isAt(rest, from) ? from + rest.length : -1;
  }

  private long pattern(long from, long count) throws IOException {
    for (long at = 0; at < count; ) {
      var block = in.readNBytes((int) Math.min(65_536, count - at));
      if (block.length == 0 || !BigStreams.Pattern.isAt(block, from + at)) return -1;
      at += block.length;
    }
    return count;
  }

  /** Whether the server closes the connection without sending anything more. */
  boolean isClosed() {
    try {
      return in.read() < 0;
    } catch (IOException e) {
      return !(e instanceof SocketTimeoutException);
    }
  }

  /** Whether the connection breaks before a body in chunks is whole, or any other answer comes. */
  boolean isCutOff() {
    try {
      var all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return !all.endsWith("0\r\n\r\n");
    } catch (IOException e) {
      return !(e instanceof SocketTimeoutException);
    }
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
