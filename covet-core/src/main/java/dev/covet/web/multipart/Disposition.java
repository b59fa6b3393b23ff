package dev.covet.web.multipart;

import dev.covet.api.BadRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A {@code Content-Disposition} as clients write it in forms: the values in quotes have {@code \"}
 * (RFC 9110) or {@code %22}, {@code %0D}, {@code %0A} (WHATWG HTML, 4.10.21.8) for what cannot
 * stand there. Any other backslash is itself: some clients send whole paths of Windows.
 *
 * @param type in lower case
 * @param parameters by their names in lower case
 */
record Disposition(String type, Map<String, String> parameters) {
  static Disposition of(String text) {
    var scan = new Scan(text);
    var type = scan.until(";").strip().toLowerCase(Locale.ROOT);
    var parameters = new HashMap<String, String>();
    while (scan.skip(';')) {
      var name = scan.until("=;").strip().toLowerCase(Locale.ROOT);
      if (name.isEmpty()) continue;
      if (!scan.skip('=')) throw malformed();
      if (parameters.put(name, scan.value()) != null) throw malformed();
    }
    if (!scan.atEnd()) throw malformed();
    return new Disposition(type, Map.copyOf(parameters));
  }

  private static BadRequest malformed() {
    return new BadRequest("The Content-Disposition of a part is malformed");
  }

  /** Goes through a text once. Not thread-safe. */
  private static final class Scan {
    private final String text;
    private int at;

    Scan(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at == text.length();
    }

    /** What stands before any of some characters. */
    String until(String stops) {
      var from = at;
      while (!atEnd() && stops.indexOf(text.charAt(at)) < 0) at++;
      return text.substring(from, at);
    }

    boolean skip(char wanted) {
      var is = !atEnd() && text.charAt(at) == wanted;
      if (is) at++;
      return is;
    }

    String value() {
      while (skip(' ') || skip('\t')) {} // blanks mean nothing here
      if (!skip('"')) return until(";").strip();
      var value = quoted();
      while (skip(' ') || skip('\t')) {} // nor here
      return value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private String quoted() {
      var value = new StringBuilder();
      while (!skip('"')) {
        if (atEnd()) throw malformed();
        if (text.startsWith("\\\"", at) || text.startsWith("\\\\", at)) at++;
        value.append(text.charAt(at++));
      }
      return value.toString();
    }
  }
}
