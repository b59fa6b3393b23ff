package dev.covet.schema;

import java.util.regex.Pattern;

/**
 * What {@code @Email} accepts: one mailbox as RFC 5321 (4.1.2) has it, with a dotted or quoted
 * local part of at most 64 characters, and a domain of at most 255 or an address in brackets.
 * Letters beyond ASCII are let through (RFC 6531). The domain needs no dot, as in Jakarta
 * Validation. Requests and, at compile time, defaults are asked by it.
 */
public final class EmailAddress {
  private static final int LOCAL_LENGTH_MAX = 64;
  private static final int DOMAIN_LENGTH_MAX = 255;
  private static final int LABEL_LENGTH_MAX = 63;
  private static final Pattern ADDRESS =
      Pattern.compile("\\[(\\d{1,3}(\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]{2,45})\\]");

  private EmailAddress() {}

  /** Whether a text is one mailbox; in time that grows as its length. */
  public static boolean isValid(String text) {
    var at = text.lastIndexOf('@');
    return at > 0
        && at <= LOCAL_LENGTH_MAX
        && text.length() - at - 1 <= DOMAIN_LENGTH_MAX
        && (isDotted(text, at) || isQuoted(text, at))
        && isDomain(text, at + 1);
  }

  private static boolean isDotted(String text, int end) {
    var previous = '.';
    for (int i = 0; i < end; i++) {
      var c = text.charAt(i);
      if (c == '.' ? previous == '.' : !isAtom(c)) return false;
      previous = c;
    }
    return previous != '.';
  }

  private static boolean isAtom(char c) {
    return isLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xA0;
  }

  private static boolean isQuoted(String text, int end) {
    if (end < 3 || text.charAt(0) != '"' || text.charAt(end - 1) != '"') return false;
    for (int i = 1; i < end - 1; i++) {
      var c = text.charAt(i);
      if (c == '\\' && i + 1 < end - 1) {
        i++;
      } else if (c < ' ' || c == '"' || c == '\\' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String text, int start) {
    if (start < text.length() && text.charAt(start) == '[') {
      return ADDRESS.matcher(text.substring(start)).matches();
    }
    for (int label = start, end; label <= text.length(); label = end + 1) {
      int dot = text.indexOf('.', label);
      end = dot < 0 ? text.length() : dot;
      if (!isLabel(text, label, end)) return false;
    }
    return true;
  }

  private static boolean isLabel(String text, int start, int end) {
    if (start >= end
        || end - start > LABEL_LENGTH_MAX
        || text.charAt(start) == '-'
        || text.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') return false;
    }
    return true;
  }
}
