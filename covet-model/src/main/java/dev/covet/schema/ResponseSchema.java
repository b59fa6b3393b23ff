package dev.covet.schema;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One status that an operation answers with.
 *
 * @param status the HTTP status code, 200 to 599
 * @param text what it means; empty for the status's own phrase
 * @param content the body; null for none, and for errors, whose body is the app's error format
 * @param errorCode the code of an error, for example {@code TEAM_FULL}; null for an answer that is
 *     no error
 * @param headers those that it may have
 */
public record ResponseSchema(
    int status,
    String text,
    @Nullable BodySchema content,
    @Nullable String errorCode,
    List<Parameter> headers) {
  private static final String ANY = "*/*";

  /** Statuses under which {@code Location} means something. */
  private static final Set<Integer> LOCATED = Set.of(201, 202, 301, 302, 303, 307, 308);

  /** Copies the headers. */
  public ResponseSchema {
    headers = List.copyOf(headers);
  }

  /** An answer without a body. */
  public static ResponseSchema of(int status) {
    return new ResponseSchema(status, "", null, null, List.of());
  }

  /** An answer with a body. */
  public static ResponseSchema of(int status, BodySchema content) {
    return new ResponseSchema(status, "", content, null, List.of());
  }

  /** Any response: what a method documents that returns a {@code Response}. */
  public static ResponseSchema any() {
    return of(200, BodySchema.of(ANY, Schema.any()));
  }

  /** An error in the app's error format. */
  public static ResponseSchema error(int status, String code, String text) {
    return new ResponseSchema(status, text, null, code, List.of());
  }

  /**
   * This as a {@code Reply} gives it: it may say where something is, where its status has a use for
   * that (RFC 9110, 10.2.2), and set cookies.
   */
  public ResponseSchema asReply() {
    var cookie = header("Set-Cookie", "A cookie to keep, or to forget.");
    var location = header("Location", "Where that is which was made or is meant.");
    var all = LOCATED.contains(status) ? List.of(location, cookie) : List.of(cookie);
    return new ResponseSchema(status, text, content, errorCode, all);
  }

  /** This, which may have a header field more. */
  ResponseSchema saying(Parameter header) {
    var all = Stream.concat(headers.stream(), Stream.of(header)).distinct().toList();
    return new ResponseSchema(status, text, content, errorCode, all);
  }

  private static Parameter header(String name, String text) {
    return Parameter.header(name, Schema.of(Kind.STRING)).asOptional().described(text);
  }

  /** Whether anything may come, of any status. */
  public boolean isByHand() {
    return content != null && content.mediaType().equals(ANY);
  }

  /** Whether it is one error with another, or has the same status as another that is none. */
  boolean isSameAs(ResponseSchema other) {
    return Objects.equals(errorCode, other.errorCode)
        && (errorCode != null || status == other.status);
  }

  /** Whether it is an error with one of these codes. */
  boolean isOneOf(Set<String> codes) {
    return errorCode != null && codes.contains(errorCode);
  }

  /** This with its Javadoc. */
  public ResponseSchema described(String description) {
    return new ResponseSchema(status, description, content, errorCode, headers);
  }
}
