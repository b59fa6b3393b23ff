package dev.covet.base.json;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as a text (RFC 4648, 4). */
final class Base64Text {
  private Base64Text() {}

  static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes of a text as it is written here, padding included; null if it is none. */
  static byte @Nullable [] bytes(String text) {
    if (text.length() % 4 != 0) {
      return null;
    }
    try {
      var bytes = Base64.getDecoder().decode(text);
      return endsAlike(bytes, text) ? bytes : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** Whether no bits of the last characters were dropped. */
  private static boolean endsAlike(byte[] bytes, String text) {
    var last = bytes.length - (bytes.length - 1) % 3 - 1;
    return bytes.length == 0
        || text.endsWith(of(java.util.Arrays.copyOfRange(bytes, last, bytes.length)));
  }
}
