package dev.covet.web.multipart;

import dev.covet.api.BadRequest;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a part says of it (RFC 7578, 4).
 *
 * @param name of the field
 * @param fileName as the client says it; null if it says none
 * @param contentType as the client says it; empty if it says none
 */
record PartHead(String name, @Nullable String fileName, String contentType) {
  /** Encodings that leave bytes as they are. */
  private static final Set<String> PLAIN = Set.of("", "7bit", "8bit", "binary");

  /**
   * Reads a header.
   *
   * @throws BadRequest if it is none, or of no part of a form
   */
  static PartHead of(byte[] header) {
    var fields = fields(text(header));
    var encoding = fields.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (!PLAIN.contains(encoding)) {
      throw new BadRequest("A part has a Content-Transfer-Encoding, which is not supported");
    }
    var disposition = Disposition.of(fields.getOrDefault("content-disposition", ""));
    var name = disposition.parameters().get("name");
    if (!disposition.type().equals("form-data") || name == null) {
      throw new BadRequest(
          "Each part of the form must have a Content-Disposition of form-data with a name");
    }
    var fileName = disposition.parameters().get("filename");
    var type = fields.getOrDefault("content-type", "");
    if (fileName == null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new BadRequest(
          "A part of the form is multipart itself; send each file as its own part");
    }
    return new PartHead(name, fileName, type);
  }

  private static String text(byte[] header) {
    var text = Utf8.of(header);
    if (text == null) throw new BadRequest("The header of a part is not UTF-8");
    return text;
  }

  /** The fields by their names in lower case; none is there twice. */
  private static Map<String, String> fields(String header) {
    var fields = new HashMap<String, String>();
    for (var line : lines(header)) {
      var colon = line.indexOf(':');
      if (colon <= 0 || hasControls(line)) throw malformed();
      var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (fields.put(name, line.substring(colon + 1).strip()) != null) throw malformed();
    }
    return fields;
  }

  /** The lines; one that begins with a blank goes on with the one before. */
  private static List<String> lines(String header) {
    var lines = new ArrayList<String>();
    for (var line : header.split("\r\n", -1)) {
      var isMore = line.startsWith(" ") || line.startsWith("\t");
      if (isMore && lines.isEmpty()) throw malformed();
      if (isMore) {
        lines.add(lines.removeLast() + " " + line.strip());
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static boolean hasControls(String line) {
    return line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }

  private static BadRequest malformed() {
    return new BadRequest("The header of a part is malformed");
  }

  /**
   * Whether it is a file: it has a file name, or else a media type that no text field has. Clients
   * send texts of JSON and of XML as fields, too.
   */
  boolean isFile() {
    if (fileName != null) return true;
    var types = MediaType.list(contentType);
    return !types.isEmpty()
        && !types.getFirst().type().startsWith("text/")
        && !types.getFirst().type().endsWith("xml")
        && !types.getFirst().isJson();
  }

  /** Whether a text is in UTF-8, as all that does not say otherwise. */
  boolean isUtf8() {
    return MediaType.list(contentType).stream().allMatch(MediaType::isUtf8);
  }
}
