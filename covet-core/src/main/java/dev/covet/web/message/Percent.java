package dev.covet.web.message;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Percent-encoding (RFC 3986, 2.1), decoded once and strictly. */
public final class Percent {
  private Percent() {}

  /**
   * The text from one index to another, decoded as UTF-8; null if an escape is broken or the bytes
   * are not UTF-8 (overlong forms and surrogates are not).
   */
  public static @Nullable String decode(String text, int from, int end, boolean plusIsBlank) {
    for (var i = from; i < end; i++) {
      var c = text.charAt(i);
      if (c == '%' || (c == '+' && plusIsBlank) || c >= 0x80) {
        return decodeBytes(text, from, end, plusIsBlank);
      }
    }
    return text.substring(from, end);
  }

  private static @Nullable String decodeBytes(String text, int from, int end, boolean plus) {
    var bytes = new byte[end - from];
    var count = 0;
    for (var i = from; i < end; i++) {
      int c = text.charAt(i);
      if (c == '%' && i + 2 >= end) return null;
      if (c == '%') {
        c = (hex(text.charAt(i + 1)) << 4) | hex(text.charAt(i + 2));
        i += 2;
      } else if (c == '+' && plus) {
        c = ' ';
      }
      if (c < 0 || c > 0xff) return null;
      bytes[count++] = (byte) c;
    }
    return Utf8.of(ByteBuffer.wrap(bytes, 0, count));
  }

  /** The value of a hexadecimal digit, or a number that stays negative when shifted and joined. */
  private static int hex(char c) {
    var value = Character.digit(c, 16);
    return c < 0x80 && value >= 0 ? value : Integer.MIN_VALUE >> 4;
  }
}
