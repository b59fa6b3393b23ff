package dev.covet.web.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.covet.web.http.Content;
import java.util.List;
import java.util.UUID;

/**
 * Several parts of a file in one body, {@code multipart/byteranges} (RFC 9110, 14.6 and 15.3.7.2).
 *
 * @param type the media type of the file
 * @param whole the length of the file
 */
record FileParts(List<Ranges.Range> parts, String type, long whole, String boundary) {
  /** Keeps a copy. */
  FileParts {
    parts = List.copyOf(parts);
  }

  /** Parts between boundaries that nobody can know before. */
  static FileParts of(List<Ranges.Range> parts, String type, long whole) {
    return new FileParts(parts, type, whole, UUID.randomUUID().toString());
  }

  String mediaType() {
    return "multipart/byteranges; boundary=" + boundary;
  }

  private byte[] head(Ranges.Range part) {
    return "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
        .formatted(boundary, type, part.contentRange(whole))
        .getBytes(US_ASCII);
  }

  private byte[] end() {
    return "\r\n--%s--\r\n".formatted(boundary).getBytes(US_ASCII);
  }

  private long length() {
    var length = (long) end().length;
    for (var part : parts) length += head(part).length + part.length();
    return length;
  }

  Content.Stream content(FileBody body) {
    return new Content.Stream(
        length(),
        out -> {
          for (var part : parts) {
            out.write(head(part));
            if (part.equals(parts.getLast())) body.writeLast(out, part);
            else body.write(out, part);
          }
          out.write(end());
        });
  }
}
