package dev.covet.web.server.http1;

import dev.covet.web.http.Headers;
import dev.covet.web.message.HttpDates;
import dev.covet.web.message.ReasonPhrases;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Puts a response's head together. Names and values were checked when the response was made (a
 * {@code Response} takes no others), so they are only copied here. One per event loop; not
 * thread-safe.
 */
final class ResponseHeadBytes {
  private static final int STATUS_MIN = 100;
  private static final byte[][] STATUS_LINES = statusLines();
  private static final byte[] CLOSE = ascii("Connection: close\r\n");
  private static final byte[] UPGRADE = ascii("Connection: Upgrade\r\nUpgrade: websocket\r\n");
  private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
  private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
  private static final byte[] LENGTH = ascii("Content-Length: ");
  private static final int BYTES_MIN = 1_024;

  private byte[] bytes = new byte[BYTES_MIN];
  private int size;
  private long dateSecond = -1;
  private byte[] date = {};

  /** Starts with the status line and the date. */
  ResponseHeadBytes start(int status) {
    size = 0;
    var known = status >= STATUS_MIN && status < STATUS_MIN + STATUS_LINES.length;
    put(known ? STATUS_LINES[status - STATUS_MIN] : ascii("HTTP/1.1 " + status + " \r\n"));
    put(dateLine());
    return this;
  }

  /** The whole {@code Date} line of this second (RFC 9110, 6.6.1). */
  private byte[] dateLine() {
    var second = System.currentTimeMillis() / 1_000;
    if (second != dateSecond) {
      dateSecond = second;
      date = ascii("Date: " + HttpDates.text(Instant.ofEpochSecond(second)) + "\r\n");
    }
    return date;
  }

  ResponseHeadBytes fields(Headers headers) {
    headers.forEach(this::field);
    return this;
  }

  private void field(String name, String value) {
    need(name.length() + value.length() + 4);
    put(name);
    bytes[size++] = ':';
    bytes[size++] = ' ';
    put(value);
    lineEnd();
  }

  void length(long length) {
    put(LENGTH);
    var text = Long.toString(length);
    need(text.length() + 2);
    put(text);
    lineEnd();
  }

  void chunked() {
    put(CHUNKED);
  }

  /** What the connection goes on with, or might (RFC 9110, 7.8). */
  void upgrade() {
    put(UPGRADE);
  }

  void close() {
    put(CLOSE);
  }

  void keepAlive() {
    put(KEEP_ALIVE);
  }

  /** Ends the head. */
  void end() {
    need(2);
    lineEnd();
  }

  int size() {
    return size;
  }

  void writeTo(ByteBuf out) {
    out.writeBytes(bytes, 0, size);
  }

  private void put(byte[] constant) {
    need(constant.length);
    System.arraycopy(constant, 0, bytes, size, constant.length);
    size += constant.length;
  }

  /** Copies the text as a whole, which is several times as fast as one character after another. */
  private void put(String latin1) {
    put(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void lineEnd() {
    bytes[size++] = '\r';
    bytes[size++] = '\n';
  }

  private void need(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static byte[][] statusLines() {
    var lines = new byte[500][];
    for (var i = 0; i < lines.length; i++) {
      var status = STATUS_MIN + i;
      lines[i] = ascii("HTTP/1.1 " + status + " " + ReasonPhrases.of(status) + "\r\n");
    }
    return lines;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
