package dev.covet.header;

import java.nio.charset.StandardCharsets;

/**
 * Text of any kind as the values of header fields can hold it. What they cannot hold is written as
 * the bytes of its UTF-8, {@code %C3%A9}; half of a surrogate pair is written as U+FFFD.
 */
public final class HeaderValues {
  private static final String UNRESERVED = "-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
  private static final String SUB_DELIMITERS = "!$&'()*+,;=:@";
  private static final String COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~";
  private static final String ATTRIBUTE = "!#$&+-.^_`|~";

  private HeaderValues() {}

  /**
   * A reference to a place: what cannot stand in a URI is encoded, all else keeps its meaning (RFC
   * 3986, 2). A percent sign stays where two hexadecimal digits follow it.
   */
  public static String uri(String text) {
    var out = new StringBuilder(text.length() + 16);
    var from = 0;
    for (var at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (isEscape(text, at)) {
        encode(out, text.substring(from, at), UNRESERVED + RESERVED);
        out.append('%');
        from = at + 1;
      }
    }
    return encode(out, text.substring(from), UNRESERVED + RESERVED).toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  /** One segment of a path: also slashes, question marks and percent signs are encoded. */
  public static String segment(String text) {
    var out = encode(new StringBuilder(), text, UNRESERVED + SUB_DELIMITERS).toString();
    // as a whole segment these would mean another path
    return out.equals(".") || out.equals("..") ? out.replace(".", "%2E") : out;
  }

  /** The value of a cookie (RFC 6265, 4.1.1). */
  public static String cookie(String text) {
    return encode(new StringBuilder(), text, COOKIE).toString();
  }

  /** The extended value of a parameter, {@code UTF-8''na%C3%AFve.txt} (RFC 8187, 3.2.1). */
  public static String extended(String text) {
    return encode(new StringBuilder("UTF-8''"), text, ATTRIBUTE).toString();
  }

  /**
   * A value that is text: control characters, but for the tab, and what is not Latin-1 are encoded
   * (RFC 9110, 5.5). A percent sign stays as it is, so this is for people to read.
   */
  public static String text(String text) {
    return text.chars().allMatch(HeaderValues::isText) ? text : encodedText(text);
  }

  private static String encodedText(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (isText(c)) {
            out.append((char) c);
          } else {
            escape(out, Character.toString(isHalf(c) ? 0xfffd : c));
          }
        });
    return out.toString();
  }

  private static boolean isText(int c) {
    return c == '\t' || (c >= ' ' && c <= 0xff && c != 0x7f);
  }

  private static StringBuilder encode(StringBuilder out, String text, String kept) {
    for (var at = 0; at < text.length(); ) {
      var c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isAlphanumeric(c) || (c < 0x80 && kept.indexOf(c) >= 0)) {
        out.append((char) c);
      } else {
        escape(out, Character.toString(isHalf(c) ? 0xfffd : c));
      }
    }
    return out;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static void escape(StringBuilder out, String character) {
    for (var b : character.getBytes(StandardCharsets.UTF_8)) {
      out.append('%')
          .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)))
          .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
    }
  }
}
