package dev.covet.web.http;

import dev.covet.web.message.Percent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a request (RFC 6265, 4.2.1), as browsers send them: pairs parted by semicolons, in
 * one field or several. What is no pair, and cookies that nobody asks for, are passed over: other
 * programs on the host may have set them. The limits of a request's head are theirs, too.
 * Thread-safe.
 */
public final class RequestCookies {
  private final List<String> fields;

  private RequestCookies(List<String> fields) {
    this.fields = fields;
  }

  /** Those of these header fields. */
  public static RequestCookies of(Headers headers) {
    return new RequestCookies(headers.has("Cookie") ? headers.all("Cookie") : List.of());
  }

  /**
   * The values of the cookies of one name, in their order and as they were sent, but without the
   * quotes that may stand around one. A browser that knows several for different paths sends them
   * all.
   */
  public List<String> all(String name) {
    return pairs()
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> unquoted(pair.substring(name.length() + 1).strip()))
        .toList();
  }

  /** The names that begin so, each once, in the order of the cookies. */
  public List<String> names(String prefix) {
    return pairs()
        .filter(pair -> pair.startsWith(prefix) && pair.contains("="))
        .map(pair -> pair.substring(0, pair.indexOf('=')).strip())
        .distinct()
        .toList();
  }

  private Stream<String> pairs() {
    return fields.stream().flatMap(field -> Stream.of(field.split(";", -1))).map(String::strip);
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /**
   * The text that a value stands for, as {@code SetCookie} encodes texts; null if an escape is
   * broken or the bytes are not UTF-8.
   */
  public static @Nullable String decode(String value) {
    return Percent.decode(value, 0, value.length(), false);
  }
}
