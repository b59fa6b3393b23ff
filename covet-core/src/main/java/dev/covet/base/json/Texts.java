package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** What stands between the quotes of a string that {@link Scan#stringEnd} has accepted. */
final class Texts {
  /** Reason of the problem {@code bad_text}. */
  static final String BAD = "must not contain half of a surrogate pair";

  private final byte[] bytes;
  private final byte[] decoded;
  private int at;
  private int length;

  private Texts(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.decoded = new byte[end - start];
  }

  /** The text, or null if it holds half a surrogate pair. */
  static @Nullable String decode(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\\') return new Texts(bytes, start, end).unescape(end);
    }
    return new String(bytes, start, end - start, UTF_8);
  }

  /** An escape is at least as long as the UTF-8 that it stands for. */
  private @Nullable String unescape(int end) {
    while (at < end) {
      if (bytes[at] != '\\') {
        decoded[length++] = bytes[at++];
      } else if (bytes[at + 1] != 'u') {
        decoded[length++] = simple(bytes[at + 1]);
        at += 2;
      } else if (!unicode(end)) {
        return null;
      }
    }
    return new String(decoded, 0, length, UTF_8);
  }

  private static byte simple(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  private boolean unicode(int end) {
    int c = hex(at + 2);
    at += 6;
    if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
      append(c);
      return true;
    }
    if (c > Character.MAX_HIGH_SURROGATE
        || at + 6 > end
        || bytes[at] != '\\'
        || bytes[at + 1] != 'u') {
      return false;
    }
    int low = hex(at + 2);
    at += 6;
    append(Character.toCodePoint((char) c, (char) low));
    return low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE;
  }

  private int hex(int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) value = (value << 4) | Character.digit(bytes[i], 16);
    return value;
  }

  private void append(int c) {
    if (c < 0x80) {
      decoded[length++] = (byte) c;
      return;
    }
    if (c < 0x800) {
      decoded[length++] = (byte) (0xC0 | (c >> 6));
    } else {
      if (c < 0x10000) {
        decoded[length++] = (byte) (0xE0 | (c >> 12));
      } else {
        decoded[length++] = (byte) (0xF0 | (c >> 18));
        decoded[length++] = (byte) (0x80 | ((c >> 12) & 0x3F));
      }
      decoded[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    decoded[length++] = (byte) (0x80 | (c & 0x3F));
  }
}
