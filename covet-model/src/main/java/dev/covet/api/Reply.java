package dev.covet.api;

import dev.covet.header.HeaderValues;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A handler's result with its own status, headers or cookies.
 *
 * @param <T> the result; the documents know the operation by it
 */
public final class Reply<T> {
  private final T value;
  private final int status;
  private final List<Map.Entry<String, String>> headers;

  private Reply(T value, int status, List<Map.Entry<String, String>> headers) {
    this.value = value;
    this.status = status;
    this.headers = headers;
  }

  /** A reply with the route's own status and no further header. */
  public static <T> Reply<T> of(T value) {
    return new Reply<>(value, 0, List.of());
  }

  /** This reply with another status. */
  public Reply<T> status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("A status is from 200 to 599, not " + status);
    }
    return new Reply<>(value, status, headers);
  }

  /**
   * This reply with one header more.
   *
   * @param name a token, none of framing ({@code Content-Length})
   * @param value any text; control characters and those outside of Latin-1 are percent-encoded
   */
  public Reply<T> header(String name, String value) {
    return with(name, HeaderValues.text(value));
  }

  private Reply<T> with(String name, String value) {
    var more = Stream.concat(headers.stream(), Stream.of(Map.entry(name, value))).toList();
    return new Reply<>(this.value, status, more);
  }

  /**
   * This reply with the {@code Location} of what was made.
   *
   * @param uri what cannot stand in a URI is percent-encoded, all else keeps its meaning
   */
  public Reply<T> location(String uri) {
    return with("Location", HeaderValues.uri(uri));
  }

  /**
   * This reply with the {@code Location} of what was made, of which a part is data: {@code
   * location("/heroes/{name}", hero.name())}.
   *
   * @param template a URI with a variable in braces for each value
   * @param values any texts; each becomes one segment
   * @throws IllegalArgumentException if there are more or fewer values than variables
   */
  public Reply<T> location(String template, Object... values) {
    var pieces = template.split("\\{[^{}]*}", -1);
    if (pieces.length != values.length + 1) {
      throw new IllegalArgumentException(
          template + " has " + (pieces.length - 1) + " variables, not " + values.length);
    }
    var uri = new StringBuilder(HeaderValues.uri(pieces[0]));
    for (var i = 0; i < values.length; i++) {
      uri.append(HeaderValues.segment(String.valueOf(values[i])));
      uri.append(HeaderValues.uri(pieces[i + 1]));
    }
    return with("Location", uri.toString());
  }

  /** This reply with one cookie more. */
  public Reply<T> cookie(SetCookie cookie) {
    return with("Set-Cookie", cookie.text());
  }

  /** The result. */
  public T value() {
    return value;
  }

  /** The status, if it is not the route's own. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The headers in the order in which they were added. */
  public List<Map.Entry<String, String>> headers() {
    return headers;
  }
}
