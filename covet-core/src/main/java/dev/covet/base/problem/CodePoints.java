package dev.covet.base.problem;

/** Texts that are cut, or come from a cut, without half of a character. */
public final class CodePoints {
  private static final int NAME_CHARS_MAX = 64;
  private static final char UNKNOWN = '\ufffd';

  private CodePoints() {}

  /** The beginning of a text, at most so many characters of Java and no half of a pair. */
  public static String first(String text, int charsMax) {
    if (text.length() <= charsMax) return text;
    var splits = Character.isSurrogatePair(text.charAt(charsMax - 1), text.charAt(charsMax));
    return text.substring(0, splits ? charsMax - 1 : charsMax);
  }

  /** A name that a client made up, as locations show it: its first 64 characters. */
  public static String shownName(String name) {
    return first(name, NAME_CHARS_MAX);
  }

  /** The text with U+FFFD for each half of a surrogate pair, which no encoding can write. */
  public static String whole(String text) {
    for (var at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) return repaired(text);
    }
    return text;
  }

  private static String repaired(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          var isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
          out.appendCodePoint(isHalf ? UNKNOWN : c);
        });
    return out.toString();
  }
}
