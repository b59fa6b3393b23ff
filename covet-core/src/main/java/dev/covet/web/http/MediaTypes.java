package dev.covet.web.http;

import dev.covet.web.message.MediaType;
import dev.covet.web.message.UnsupportedMediaType;
import java.util.List;
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
  public static void requireJson(Request request) {
    if (!isJson(request)) throw wrong(request, JSON);
  }

  /**
   * Lets a form pass.
   *
   * @throws UnsupportedMediaType for anything else, or if the request does not say
   */
  public static void requireForm(Request request) {
    if (!isForm(request)) throw wrong(request, FORM);
  }

  /**
   * Whether the body is a form where JSON is taken, too; without a body it is none unless the
   * request says so.
   *
   * @throws UnsupportedMediaType if it is neither, or if there is a body and the request does not
   *     say what it is
   */
  public static boolean isFormOrJson(Request request) {
    if (isForm(request)) return true;
    if (request.body().length() != 0 && !isJson(request))
      throw wrong(request, JSON + " or " + FORM);
    return false;
  }

  private static boolean isJson(Request request) {
    requirePlain(request);
    var type = request.headers().first("Content-Type");
    return type != null && (type.equals(JSON) || isOne(MediaType.list(type), MediaType::isJson));
  }

  private static boolean isForm(Request request) {
    requirePlain(request);
    var type = request.headers().first("Content-Type");
    return type != null
        && (type.equals(FORM) || isOne(MediaType.list(type), each -> each.type().equals(FORM)));
  }

  private static boolean isOne(List<MediaType> types, Predicate<MediaType> right) {
    return types.size() == 1 && types.getFirst().isUtf8() && right.test(types.getFirst());
  }

  private static void requirePlain(Request request) {
    var coding = request.headers().first("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw new UnsupportedMediaType("The body has a Content-Encoding, which is not supported");
    }
  }

  private static UnsupportedMediaType wrong(Request request, String right) {
    return new UnsupportedMediaType(
        request.headers().has("Content-Type")
            ? "The Content-Type must be " + right + " in UTF-8"
            : "The request has no Content-Type; it must be " + right);
  }
}
