package dev.covet.web.address;

import java.util.Locale;
import java.util.Set;

/**
 * The grammar of {@code host[:port]} (RFC 9110, 7.2; RFC 3986, 3.2.2 and 3.2.3), without a user.
 */
public final class Authority {
  private static final int PORT_MAX = 65_535;
  private static final int PORT_DIGITS_MAX = 5;
  private static final int GROUPS = 8;
  private static final int GROUP_DIGITS_MAX = 4;

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Authority() {}

  /** Whether a host, in lower case, is this machine, so that nobody on the way reads along. */
  public static boolean isThisMachine(String host) {
    return THIS_MACHINE.contains(host);
  }

  /**
   * Whether the text is a name, an IPv4 address, or an address in brackets, and then a port if
   * there is a colon. The name is not empty (RFC 9110, 4.2.1).
   */
  public static boolean isValid(String text) {
    var end = text.startsWith("[") ? bracketedEnd(text) : nameEnd(text, 0, "");
    return end > 0
        && (end == text.length() || (text.charAt(end) == ':' && isPort(text.substring(end + 1))));
  }

  /** The host of an authority, in lower case, without the port and without a dot at its end. */
  public static String host(String authority) {
    var colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
    var host = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** Where the name that begins at {@code start} ends; -1 if one of its escapes is broken. */
  private static int nameEnd(String text, int start, String others) {
    var end = start;
    while (end < text.length()) {
      var c = text.charAt(end);
      if (c == '%' && !isEscape(text, end)) return -1;
      if (c != '%' && !isNameChar(c) && others.indexOf(c) < 0) return end;
      end += c == '%' ? 3 : 1;
    }
    return end;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
  }

  private static boolean isNameChar(char c) {
    return isLetter(c) || isDigit(c) || "-._~!$&'()*+,;=".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static int bracketedEnd(String text) {
    var close = text.indexOf(']');
    if (close < 0) return -1;
    var inside = text.substring(1, close);
    return isVersion6(inside) || isLaterVersion(inside) ? close + 1 : -1;
  }

  /** Eight groups, or fewer with one gap; the last two may be written as an IPv4 address. */
  private static boolean isVersion6(String text) {
    var gap = text.indexOf("::");
    if (gap < 0) return groups(text, true) == GROUPS;
    var before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
    var after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /** How many groups of 16 bits the text is; -1 if it is none. */
  private static int groups(String text, boolean last) {
    var count = 0;
    for (var start = 0; start <= text.length(); count++) {
      var colon = text.indexOf(':', start);
      if (last && colon < 0 && isVersion4(text.substring(start))) return count + 2;
      var end = colon < 0 ? text.length() : colon;
      if (!isGroup(text, start, end)) return -1;
      start = end + 1;
    }
    return count;
  }

  private static boolean isGroup(String text, int start, int end) {
    return end > start
        && end - start <= GROUP_DIGITS_MAX
        && text.substring(start, end).chars().allMatch(c -> isHex((char) c));
  }

  private static boolean isVersion4(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) return false;
    for (var part : parts) {
      if (part.isEmpty() || part.length() > 3 || !allDigits(part)) return false;
      if (part.length() > 1 && part.startsWith("0")) return false;
      if (Integer.parseInt(part) > 255) return false;
    }
    return true;
  }

  /** The form kept for versions to come: {@code v1.x}. */
  private static boolean isLaterVersion(String text) {
    var dot = text.indexOf('.');
    var start = text.startsWith("v") || text.startsWith("V") ? 1 : -1;
    return start > 0
        && dot > start
        && text.substring(start, dot).chars().allMatch(c -> isHex((char) c))
        && dot + 1 < text.length()
        && text.indexOf('%') < 0
        && nameEnd(text, dot + 1, ":") == text.length();
  }

  private static boolean isPort(String text) {
    if (!allDigits(text)) return false;
    var start = 0;
    while (start < text.length() && text.charAt(start) == '0') start++;
    var digits = text.substring(start);
    return digits.length() <= PORT_DIGITS_MAX
        && (digits.isEmpty() || Integer.parseInt(digits) <= PORT_MAX);
  }

  private static boolean allDigits(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) return false;
    }
    return true;
  }
}
