package dev.covet.web.server.http1;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.ServerLimits;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Checks the bytes of a request's head before Netty's codec, which is lenient, gets them (RFC 9112,
 * 2.2, 3 and 5): only CRLF ends a line, one space stands between the parts of the request line, no
 * line is folded, names are tokens right before their colon, and no control byte stands anywhere.
 * One per event loop, for its scratch bytes; not thread-safe.
 */
final class HeadScan {
  private static final int TOKEN = 1;
  private static final int VALUE = 2;
  private static final int TARGET = 4;
  private static final byte[] KINDS = kinds();
  private static final Refusal BAD_LINE = Refusal.malformed("The request line is malformed");
  private static final Refusal NOT_ASCII =
      Refusal.malformed("The request line is malformed: escape what is not ASCII, as in %C3%A9");
  static final Refusal BAD_FIELD = Refusal.malformed("A header field is malformed");
  private static final Refusal LONG_LINE = Refusal.of(BuiltInError.REQUEST_LINE_BYTES_MAX);
  static final Refusal LONG_FIELDS = Refusal.of(BuiltInError.HEADERS_BYTES_MAX);
  static final Refusal MANY_FIELDS = Refusal.of(BuiltInError.HEADERS_COUNT_MAX);
  private static final Refusal BAD_VERSION = Refusal.of(BuiltInError.HTTP_VERSION_NOT_SUPPORTED);

  private final ServerLimits limits;
  private final byte[] bytes;
  private int end;
  private int at;

  /** Where the request line begins, and where its method and its target end; -1 if they do not. */
  private int lineStart;

  private int methodEnd;
  private int targetEnd;

  HeadScan(ServerLimits limits) {
    this.limits = limits;
    this.bytes =
        new byte[limits.head().requestLineBytesMax() + limits.head().headersBytesMax() + 8];
  }

  /** What a scan found: a whole head, not yet a whole one, or a refusal. */
  enum State {
    WHOLE,
    PARTIAL,
    REFUSED
  }

  private @Nullable Refusal refusal;

  /** Why the last scan refused. */
  Refusal refusal() {
    return refusal == null ? BAD_LINE : refusal;
  }

  /** What is known of the request line after a scan that refused. */
  Asked asked() {
    if (methodEnd < 0) return Asked.NOTHING;
    var target = targetEnd < 0 ? "" : text(methodEnd + 1, targetEnd);
    return new Asked(text(lineStart, methodEnd), target, Headers.empty());
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /**
   * Scans the readable bytes, which start where a request starts; nothing is taken from the buffer.
   */
  State scan(ByteBuf in) {
    end = Math.min(in.readableBytes(), bytes.length);
    in.getBytes(in.readerIndex(), bytes, 0, end);
    at = 0;
    methodEnd = -1;
    targetEnd = -1;
    refusal = null;
    var state = skipEmptyLine();
    if (state == State.WHOLE) state = requestLine();
    return state == State.WHOLE ? fields() : state;
  }

  private State refuse(Refusal why) {
    refusal = why;
    return State.REFUSED;
  }

  /** One empty line before a request is forgiven (RFC 9112, 2.2). */
  private State skipEmptyLine() {
    if (end > 0 && bytes[0] == '\r') {
      if (end < 2) return State.PARTIAL;
      if (bytes[1] != '\n') return refuse(BAD_LINE);
      at = 2;
    }
    return State.WHOLE;
  }

  private State requestLine() {
    lineStart = at;
    var state = run(TOKEN, ' ');
    if (state == State.WHOLE) {
      methodEnd = at - 1;
      state = run(TARGET, ' ');
    }
    if (state == State.WHOLE) {
      targetEnd = at - 1;
      state = version();
    }
    if (at - lineStart > limits.head().requestLineBytesMax()) return refuse(LONG_LINE);
    return state;
  }

  /** Takes at least one byte of a kind, then the byte that ends them. */
  private State run(int kind, int last) {
    var start = at;
    while (at < end && (KINDS[bytes[at] & 0xff] & kind) != 0) at++;
    if (at == end) return State.PARTIAL;
    if (at == start || bytes[at] != last) return refuse(bytes[at] < 0 ? NOT_ASCII : BAD_LINE);
    at++;
    return State.WHOLE;
  }

  private State version() {
    var text = "HTTP/";
    for (var i = 0; i < text.length(); i++, at++) {
      if (at == end) return State.PARTIAL;
      if (bytes[at] != text.charAt(i)) return refuse(BAD_LINE);
    }
    if (end - at < 5) return State.PARTIAL;
    var good = isDigit(bytes[at]) && bytes[at + 1] == '.' && isDigit(bytes[at + 2]);
    if (!good || bytes[at + 3] != '\r' || bytes[at + 4] != '\n') return refuse(BAD_LINE);
    if (bytes[at] != '1') return refuse(BAD_VERSION);
    at += 5;
    return State.WHOLE;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private State fields() {
    var start = at;
    for (var count = 0; ; count++) {
      if (at - start > limits.head().headersBytesMax()) return refuse(LONG_FIELDS);
      if (at == end) return partialFields(start);
      if (bytes[at] == '\r') return lastLine(start);
      if (count == limits.head().headersCountMax()) return refuse(MANY_FIELDS);
      var state = field();
      if (state == State.PARTIAL) return partialFields(start);
      if (state == State.REFUSED) return state;
    }
  }

  private State partialFields(int start) {
    return end - start > limits.head().headersBytesMax() ? refuse(LONG_FIELDS) : State.PARTIAL;
  }

  private State lastLine(int start) {
    if (at + 1 == end) return partialFields(start);
    return bytes[at + 1] == '\n' ? State.WHOLE : refuse(BAD_FIELD);
  }

  private State field() {
    var start = at;
    while (at < end && (KINDS[bytes[at] & 0xff] & TOKEN) != 0) at++;
    if (at == end) return State.PARTIAL;
    if (at == start || bytes[at] != ':') return refuse(BAD_FIELD);
    while (at < end && (KINDS[bytes[at] & 0xff] & VALUE) != 0) at++;
    if (at + 1 >= end) return at < end && bytes[at] != '\r' ? refuse(BAD_FIELD) : State.PARTIAL;
    if (bytes[at] != '\r' || bytes[at + 1] != '\n') return refuse(BAD_FIELD);
    at += 2;
    return State.WHOLE;
  }

  private static byte[] kinds() {
    var kinds = new byte[256];
    for (var c = 0; c < 256; c++) {
      var value = (c >= ' ' && c != 0x7f) || c == '\t';
      var target = c > ' ' && c < 0x7f;
      var token = target && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
      kinds[c] = (byte) ((value ? VALUE : 0) | (target ? TARGET : 0) | (token ? TOKEN : 0));
    }
    return kinds;
  }
}
