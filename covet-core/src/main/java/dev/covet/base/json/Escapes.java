package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Strings in JSON: escaped where they must be (RFC 8259, 7), else UTF-8. */
final class Escapes {
  /** Longest text of one byte: a backslash, {@code u} and four digits. */
  static final int BYTE_BYTES_MAX = 6;

  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  /** What the JDK's encoder writes for half a surrogate pair. */
  private static final byte REPLACEMENT = '?';

  /** The characters of ASCII that need no escape. */
  private static final boolean[] PLAIN = plain();

  private Escapes() {}

  private static boolean[] plain() {
    var plain = new boolean[128];
    for (int c = 0; c < plain.length; c++) plain[c] = isPlain((byte) c);
    return plain;
  }

  /**
   * A text with its quotes.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair, which UTF-8 cannot say
   */
  static byte[] quoted(String text) {
    var utf8 = text.getBytes(UTF_8);
    var quoted = new byte[utf8.length * BYTE_BYTES_MAX + 2];
    int end = put(quoted, 1, utf8, text);
    if (end < 0) throw new IllegalArgumentException("JSON has no half surrogate pairs");
    quoted[0] = '"';
    quoted[end] = '"';
    return Arrays.copyOf(quoted, end + 1);
  }

  /**
   * Copies a text into an array that has room for it, if all of it is ASCII that goes out as it is.
   *
   * @return whether it is so; else the array holds nonsense
   */
  static boolean copyAscii(String text, byte[] to, int at) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) return false;
      to[at + i] = (byte) c;
    }
    return true;
  }

  /**
   * Copies a text into an array that has room for it and 8 bytes more, if all of it goes out as it
   * is. A question mark may stand for what UTF-8 cannot say, so that a text with one is left to
   * {@link #put}.
   *
   * @return whether it is so; else the array holds nonsense
   */
  static boolean copyPlain(byte[] utf8, byte[] to, int at) {
    int last = utf8.length - 8;
    if (last < 0) return copyShort(utf8, to, at);
    long special = 0;
    for (int i = 0; i < last; i += 8) special |= copyWord(utf8, i, to, at);
    special |= copyWord(utf8, last, to, at);
    return special == 0;
  }

  private static long copyWord(byte[] utf8, int from, byte[] to, int at) {
    long word = Words.get(utf8, from);
    Words.set(to, at + from, word);
    return Scan.special(word, REPLACEMENT);
  }

  private static boolean copyShort(byte[] utf8, byte[] to, int at) {
    long word = Words.tail(utf8, 0);
    Words.set(to, at, word);
    return Scan.special(word, REPLACEMENT) == 0;
  }

  /**
   * Puts a text into an array that has room for it.
   *
   * @param utf8 the value as the JDK encodes it
   * @return the position behind it; -1 if it holds half a surrogate pair, which UTF-8 cannot say
   */
  static int put(byte[] to, int from, byte[] utf8, String value) {
    int at = from;
    int index = 0;
    for (byte b : utf8) {
      if (b == REPLACEMENT && value.charAt(index) != REPLACEMENT) return -1;
      if (isPlain(b)) {
        to[at++] = b;
      } else {
        at = escape(to, at, b);
      }
      index += charsBegun(b);
    }
    return at;
  }

  private static boolean isPlain(byte b) {
    return b < 0 || (b >= ' ' && b != '"' && b != '\\');
  }

  /** How many chars begin with a byte of UTF-8: two with the first of four. */
  private static int charsBegun(byte b) {
    if (b >= 0) return 1;
    return b < (byte) 0xC0 ? 0 : b < (byte) 0xF0 ? 1 : 2;
  }

  private static int escape(byte[] to, int at, byte b) {
    to[at] = '\\';
    int kind = "\"\\\b\f\n\r\t".indexOf(b);
    if (kind >= 0) {
      to[at + 1] = (byte) "\"\\bfnrt".charAt(kind);
      return at + 2;
    }
    to[at + 1] = 'u';
    to[at + 2] = '0';
    to[at + 3] = '0';
    to[at + 4] = HEX[b >> 4];
    to[at + 5] = HEX[b & 0xF];
    return at + 6;
  }
}
