package dev.covet.web.bind;

import dev.covet.web.http.Request;
import dev.covet.web.http.UnsupportedMediaType;
import java.util.Locale;

/** Which media types hold JSON: {@code application/json} and those that end in {@code +json}. */
final class MediaTypes {
  private static final String JSON = "application/json";

  private MediaTypes() {}

  /**
   * Lets JSON in UTF-8 pass that is not compressed.
   *
   * @throws UnsupportedMediaType for anything else, or if the request does not say
   */
  static void requireJson(Request request) {
    var coding = request.headers().first("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw new UnsupportedMediaType("The body has a Content-Encoding, which is not supported");
    }
    var type = request.headers().first("Content-Type");
    if (type == null) {
      throw new UnsupportedMediaType("The request has no Content-Type; it must be " + JSON);
    }
    if (!type.equals(JSON) && !isJson(type.toLowerCase(Locale.ROOT).split(";", -1))) {
      throw new UnsupportedMediaType("The Content-Type must be " + JSON + " in UTF-8");
    }
  }

  private static boolean isJson(String[] parts) {
    var type = parts[0].strip();
    for (var i = 1; i < parts.length; i++) {
      var parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return type.equals(JSON) || (type.startsWith("application/") && type.endsWith("+json"));
  }
}
