package dev.covet.base.observe;

import dev.covet.base.problem.CodePoints;

/**
 * Text from outside as a log line may show it: on one line, and nothing that acts on a terminal.
 */
public final class LogText {
  /** Longest text of one field of a log line, in characters. */
  public static final int LENGTH_MAX = 8_192;

  private LogText() {}

  /** The text with control and bidirectional characters escaped, cut at {@link #LENGTH_MAX}. */
  public static String safe(String text) {
    var cut = CodePoints.first(text, LENGTH_MAX);
    for (var i = 0; i < cut.length(); i++) {
      if (isUnsafe(cut.charAt(i))) return escaped(cut);
    }
    return cut;
  }

  /** Whether a text can be logged as it is. */
  static boolean isSafe(String text) {
    return text.length() <= LENGTH_MAX && text.chars().noneMatch(c -> isUnsafe((char) c));
  }

  private static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isUnsafe(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isUnsafe(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0x061c
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
