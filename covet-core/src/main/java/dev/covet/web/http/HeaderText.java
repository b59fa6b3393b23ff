package dev.covet.web.http;

/** What may stand in a header field that a handler sets (RFC 9110, 5.1 and 5.5). */
final class HeaderText {
  /** Whether an ASCII character may stand in a name (RFC 9110, 5.6.2). */
  private static final boolean[] TOKEN = token();

  private HeaderText() {}

  private static boolean[] token() {
    var token = new boolean[0x80];
    for (var c = '!'; c < 0x7f; c++) token[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    return token;
  }

  /** Whether two names are one, without regard to case. */
  static boolean isSame(String one, String other) {
    return one.length() == other.length() && one.equalsIgnoreCase(other);
  }

  /** Refuses what would break the response apart, or change where it ends. */
  static void check(String name, String value) {
    if (name.isEmpty() || !allToken(name)) {
      throw new IllegalArgumentException("The name of a response header is not a valid token");
    }
    if (!isSafe(value)) {
      throw new IllegalArgumentException(
          "The response header "
              + name
              + " contains a control character or one outside of Latin-1");
    }
    if (isOfServer(name)) {
      throw new IllegalArgumentException(
          "The header " + name + " is set by the server; leave it out");
    }
  }

  private static boolean allToken(String name) {
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (c >= TOKEN.length || !TOKEN[c]) return false;
    }
    return true;
  }

  private static boolean isSafe(String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) return false;
    }
    return true;
  }

  private static boolean isOfServer(String name) {
    return switch (name.length()) {
      case 2 -> isSame(name, "TE");
      case 4 -> isSame(name, "Date");
      case 7 -> isSame(name, "Trailer") || isSame(name, "Upgrade");
      case 10 -> isSame(name, "Connection") || isSame(name, "Keep-Alive");
      case 14 -> isSame(name, "Content-Length");
      case 17 -> isSame(name, "Transfer-Encoding");
      default -> false;
    };
  }
}
