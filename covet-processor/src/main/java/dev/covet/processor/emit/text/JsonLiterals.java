package dev.covet.processor.emit.text;

/** Writes JSON texts. */
public final class JsonLiterals {
  private JsonLiterals() {}

  /** The text as a JSON string (RFC 8259, 7). */
  public static String text(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
