package dev.covet.data.type;

/** What text both databases can store. */
public final class StorableText {
  private static final String ESCAPED_NUL = "\\u0000";

  private StorableText() {}

  /** Length of the longest beginning without U+0000 and lone surrogates; all of most texts. */
  static int storable(String text) {
    var length = text.length();
    for (var at = 0; at < length; at++) {
      var c = text.charAt(at);
      if (c == 0 || isLone(text, at)) return at;
      if (Character.isSurrogate(c)) at++;
    }
    return length;
  }

  /** Whether a surrogate begins here that is no half of a pair with the next. */
  private static boolean isLone(String text, int at) {
    var next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    return Character.isSurrogate(text.charAt(at))
        && !Character.isSurrogatePair(text.charAt(at), next);
  }

  /** Whether a string of a JSON text has U+0000 in it: an escape that is not itself escaped. */
  public static boolean holdsEscapedNul(String json) {
    var at = json.indexOf(ESCAPED_NUL);
    while (at >= 0) {
      var backslashes = 0;
      while (at > backslashes && json.charAt(at - 1 - backslashes) == '\\') backslashes++;
      if (backslashes % 2 == 0) return true;
      at = json.indexOf(ESCAPED_NUL, at + 1);
    }
    return false;
  }
}
