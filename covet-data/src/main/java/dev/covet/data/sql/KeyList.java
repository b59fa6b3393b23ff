package dev.covet.data.sql;

import java.util.List;

/** Keys as one JSON array, so that a statement's text is the same for any number of them. */
final class KeyList {
  private KeyList() {}

  static String json(List<?> keys) {
    var json = new StringBuilder("[");
    for (var key : keys) {
      if (json.length() > 1) json.append(',');
      switch (key) {
        case Long number -> json.append(number.longValue());
        case Integer number -> json.append(number.intValue());
        case Double number -> json.append(number.doubleValue());
        case Float number -> json.append(number.floatValue());
        default -> quoted(json, key.toString());
      }
    }
    return json.append(']').toString();
  }

  private static void quoted(StringBuilder json, String text) {
    json.append('"');
    for (var at = 0; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
