package dev.covet.web.http;

import dev.covet.web.message.MediaType;
import dev.covet.web.message.RequestBody;
import dev.covet.web.message.UnsupportedMediaType;
import dev.covet.web.multipart.MultipartForm;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What bodies are read as, by their media types: JSON, which is {@code application/json} and all
 * that ends in {@code +json}, and forms. Both are UTF-8, and are not compressed.
 */
public final class MediaTypes {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private MediaTypes() {}

  /**
   * Lets JSON pass.
   *
   * @throws UnsupportedMediaType for anything else, or if the request does not say
   */
  public static void requireJson(Headers headers) {
    if (!isJson(headers)) throw wrong(headers, JSON);
  }

  /**
   * Lets a form pass.
   *
   * @throws UnsupportedMediaType for anything else, or if the request does not say
   */
  public static void requireForm(Headers headers) {
    if (!isForm(headers)) throw wrong(headers, FORM);
  }

  /**
   * Whether the body is a form where JSON is taken, too; without a body it is none unless the
   * request says so.
   *
   * @throws UnsupportedMediaType if it is neither, or if there is a body and the request does not
   *     say what it is
   */
  public static boolean isFormOrJson(Headers headers, RequestBody body) {
    if (isForm(headers) || multipart(headers).isPresent()) return true;
    if (body.length() != 0 && !isJson(headers)) throw wrong(headers, JSON + " or " + FORM);
    return false;
  }

  /**
   * What is said of a body that is a form with files; empty if it is none.
   *
   * @throws UnsupportedMediaType if it is compressed
   */
  static Optional<MediaType> multipart(Headers headers) {
    var said = headers.first("Content-Type");
    if (said == null || !said.regionMatches(true, 0, "multipart/", 0, 10)) return Optional.empty();
    requirePlain(headers);
    var types = MediaType.list(said);
    return MultipartForm.is(types) ? Optional.of(types.getFirst()) : Optional.empty();
  }

  /** The error that says that a form with files is needed. */
  static UnsupportedMediaType noMultipart(Headers headers) {
    return wrong(headers, "multipart/form-data");
  }

  private static boolean isJson(Headers headers) {
    requirePlain(headers);
    var type = headers.first("Content-Type");
    return type != null && (type.equals(JSON) || isOne(MediaType.list(type), MediaType::isJson));
  }

  private static boolean isForm(Headers headers) {
    requirePlain(headers);
    var type = headers.first("Content-Type");
    return type != null
        && (type.equals(FORM) || isOne(MediaType.list(type), each -> each.type().equals(FORM)));
  }

  private static boolean isOne(List<MediaType> types, Predicate<MediaType> right) {
    return types.size() == 1 && types.getFirst().isUtf8() && right.test(types.getFirst());
  }

  /** A body in a coding is nothing that an app reads (RFC 9110, 8.4). */
  public static void requirePlain(Headers headers) {
    var coding = headers.first("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw new UnsupportedMediaType("The body has a Content-Encoding, which is not supported");
    }
  }

  private static UnsupportedMediaType wrong(Headers headers, String right) {
    return new UnsupportedMediaType(
        headers.has("Content-Type")
            ? "The Content-Type must be " + right + " in UTF-8"
            : "The request has no Content-Type; it must be " + right);
  }
}
