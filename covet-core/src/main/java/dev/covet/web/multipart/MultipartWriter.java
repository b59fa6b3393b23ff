package dev.covet.web.multipart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/**
 * Writes a form of {@code multipart/form-data} as browsers do (WHATWG HTML, 4.10.21.8), for
 * clients. Not thread-safe.
 */
public final class MultipartWriter {
  private final String boundary = "covet-" + UUID.randomUUID();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds a field that is a text. */
  public MultipartWriter text(String name, String value) {
    return part("name=" + quoted(name), "", value.getBytes(UTF_8));
  }

  /**
   * Adds a file.
   *
   * @param contentType its media type
   * @throws IllegalArgumentException if the media type holds a line end
   */
  public MultipartWriter file(String name, String fileName, String contentType, byte[] bytes) {
    if (contentType.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("A media type has no control characters");
    }
    return part(
        "name=" + quoted(name) + "; filename=" + quoted(fileName),
        "Content-Type: " + contentType + "\r\n",
        bytes);
  }

  private MultipartWriter part(String names, String type, byte[] content) {
    var head = "--" + boundary + "\r\nContent-Disposition: form-data; " + names + "\r\n" + type;
    out.writeBytes((head + "\r\n").getBytes(UTF_8));
    out.writeBytes(content);
    out.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22") + "\"";
  }

  /** What the request says of it. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** All of it, as far as it was written. */
  public byte[] bytes() {
    var whole = new ByteArrayOutputStream(out.size() + boundary.length() + 6);
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }
}
