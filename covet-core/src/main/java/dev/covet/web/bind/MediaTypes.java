package dev.covet.web.bind;

import dev.covet.web.http.MediaType;
import dev.covet.web.http.Request;
import dev.covet.web.http.UnsupportedMediaType;
import java.util.List;

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
    if (!type.equals(JSON) && !isJson(MediaType.list(type))) {
      throw new UnsupportedMediaType("The Content-Type must be " + JSON + " in UTF-8");
    }
  }

  private static boolean isJson(List<MediaType> types) {
    return types.size() == 1 && types.getFirst().isJson() && types.getFirst().isUtf8();
  }
}
