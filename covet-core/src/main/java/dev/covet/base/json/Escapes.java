package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Characters of a string in JSON: escaped where they must be (RFC 8259, 7), else UTF-8. */
final class Escapes {
  /** Longest text of one char, such as {@code \u001f}. */
  static final int CHAR_BYTES_MAX = 6;

  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  private Escapes() {}

  /** Whether a character is one byte, as it is. */
  static boolean isPlain(char c) {
    return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
  }

  /**
   * Puts a text into an array that has room for it and 8 bytes more, if each char is one byte, as
   * it is. Eight are looked at before they are stored: to load what was just stored in smaller
   * pieces would stall.
   *
   * @return whether it is so; else the array holds nonsense
   */
  static boolean putPlain(byte[] bytes, int from, String value) {
    int end = value.length();
    int union = 0;
    long stops = 0;
    int i = 0;
    for (; i <= end - 8; i += 8) {
      int a = value.charAt(i);
      int b = value.charAt(i + 1);
      int c = value.charAt(i + 2);
      int d = value.charAt(i + 3);
      int e = value.charAt(i + 4);
      int f = value.charAt(i + 5);
      int g = value.charAt(i + 6);
      int h = value.charAt(i + 7);
      union |= a | b | c | d | e | f | g | h;
      long low = a | (b << 8) | (c << 16) | (d << 24);
      long high = e | (f << 8) | (g << 16) | (h << 24);
      long word = (low & 0xFFFF_FFFFL) | (high << 32);
      stops |= Scan.stops(word);
      Words.set(bytes, from + i, word);
    }
    if (i < end) {
      long word = Scan.SPACES;
      for (int k = end - 1; k >= i; k--) {
        word = (word << 8) | value.charAt(k);
        union |= value.charAt(k);
      }
      stops |= Scan.stops(word);
      Words.set(bytes, from + i, word);
    }
    return union < 0x80 && stops == 0;
  }

  /**
   * Puts a text into an array that has room for it.
   *
   * @return the position behind it
   * @throws IllegalArgumentException if it holds half a surrogate pair
   */
  static int put(byte[] bytes, int from, String value) {
    int at = from;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isPlain(c)) {
        bytes[at++] = (byte) c;
      } else if (c < 0x80) {
        at = escape(bytes, at, c);
      } else {
        int codePoint = value.codePointAt(i);
        at = unicode(bytes, at, codePoint);
        i += Character.charCount(codePoint) - 1;
      }
    }
    return at;
  }

  private static int escape(byte[] bytes, int at, char c) {
    bytes[at] = '\\';
    int kind = "\"\\\b\f\n\r\t".indexOf(c);
    if (kind >= 0) {
      bytes[at + 1] = (byte) "\"\\bfnrt".charAt(kind);
      return at + 2;
    }
    bytes[at + 1] = 'u';
    bytes[at + 2] = '0';
    bytes[at + 3] = '0';
    bytes[at + 4] = HEX[c >> 4];
    bytes[at + 5] = HEX[c & 0xF];
    return at + 6;
  }

  private static int unicode(byte[] bytes, int from, int c) {
    int at = from;
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      throw new IllegalArgumentException("UTF-8 cannot say half a surrogate pair");
    }
    if (c < 0x800) {
      bytes[at++] = (byte) (0xC0 | (c >> 6));
    } else if (c < 0x10000) {
      bytes[at++] = (byte) (0xE0 | (c >> 12));
      bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    } else {
      bytes[at++] = (byte) (0xF0 | (c >> 18));
      bytes[at++] = (byte) (0x80 | ((c >> 12) & 0x3F));
      bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    bytes[at++] = (byte) (0x80 | (c & 0x3F));
    return at;
  }
}
