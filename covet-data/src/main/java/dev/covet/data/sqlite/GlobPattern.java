package dev.covet.data.sqlite;

/** Patterns of {@code LIKE} as those of {@code GLOB}, which minds upper and lower case. */
final class GlobPattern {
  private GlobPattern() {}

  /** The pattern that means the same; no backslash stands at the end of {@code like} alone. */
  static String of(String like) {
    var glob = new StringBuilder(like.length() + 8);
    for (var at = 0; at < like.length(); at++) {
      switch (like.charAt(at)) {
        case '%' -> glob.append('*');
        case '_' -> glob.append('?');
        case '\\' -> literal(glob, like.charAt(++at));
        default -> literal(glob, like.charAt(at));
      }
    }
    return glob.toString();
  }

  private static void literal(StringBuilder glob, char c) {
    if (c == '*' || c == '?' || c == '[') {
      glob.append('[').append(c).append(']');
    } else {
      glob.append(c);
    }
  }
}
