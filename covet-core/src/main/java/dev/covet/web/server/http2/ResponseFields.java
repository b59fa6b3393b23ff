package dev.covet.web.server.http2;

import dev.covet.web.http.Headers;
import dev.covet.web.message.HttpDates;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes of an answer's head what HPACK writes: names in lower case (RFC 9113, 8.2), and the date.
 * Names and values were checked when the response was made. One per event loop; not thread-safe.
 */
public final class ResponseFields {
  /** An app gives its fields few names; if not, they are made anew. */
  private static final int NAMES_MAX = 256;

  private static final int FIELDS_HINT = 32;

  private final Map<String, AsciiString> names = new HashMap<>();
  private AsciiString[] fields = new AsciiString[FIELDS_HINT];
  private int size;
  private long dateSecond = -1;
  private AsciiString date = AsciiString.EMPTY_STRING;

  /**
   * Whether a field is other for each answer, or secret, so that a client is not to keep it (RFC
   * 7541, 7.1.3).
   */
  static boolean isNeverIndexed(CharSequence name, CharSequence value) {
    return switch (name.length()) {
      case 4 -> HttpHeaderNames.ETAG.contentEquals(name);
      case 10 -> HttpHeaderNames.SET_COOKIE.contentEquals(name);
      case 12 -> "x-request-id".contentEquals(name);
      case 14 -> HttpHeaderNames.CONTENT_LENGTH.contentEquals(name);
      default -> false;
    };
  }

  /** A head without anything but its status, which is not the last of its stream. */
  static Http2Headers interim(int status) {
    return ReadOnlyHttp2Headers.serverHeaders(
        false, HttpResponseStatus.valueOf(status).codeAsText());
  }

  /**
   * The head of an answer.
   *
   * @param length of its body in bytes; -1 to announce none
   */
  Http2Headers of(int status, Headers headers, long length) {
    size = 0;
    field(HttpHeaderNames.DATE, date());
    headers.forEach((name, value) -> field(name(name), new AsciiString(value)));
    if (length >= 0) field(HttpHeaderNames.CONTENT_LENGTH, new AsciiString(Long.toString(length)));
    return ReadOnlyHttp2Headers.serverHeaders(
        false, HttpResponseStatus.valueOf(status).codeAsText(), Arrays.copyOf(fields, size));
  }

  private void field(AsciiString name, AsciiString value) {
    if (size == fields.length) fields = Arrays.copyOf(fields, size * 2);
    fields[size++] = name;
    fields[size++] = value;
  }

  private AsciiString name(String name) {
    var known = names.get(name);
    if (known != null) return known;
    var made = AsciiString.cached(name.toLowerCase(Locale.ROOT));
    if (names.size() == NAMES_MAX) names.clear();
    names.put(name, made);
    return made;
  }

  /** The date of this second (RFC 9110, 6.6.1). */
  private AsciiString date() {
    var second = System.currentTimeMillis() / 1_000;
    if (second != dateSecond) {
      dateSecond = second;
      date = new AsciiString(HttpDates.text(Instant.ofEpochSecond(second)));
    }
    return date;
  }
}
