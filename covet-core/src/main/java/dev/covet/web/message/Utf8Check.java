package dev.covet.web.message;

/**
 * Finds out with each byte whether a text is UTF-8 (RFC 3629), so that what is none is refused
 * before more of it comes. Not thread-safe.
 */
public final class Utf8Check {
  /** How many bytes of the character are still to come. */
  private int left;

  /** What the next of them may be, from and to. */
  private int low = 0x80;

  private int high = 0xbf;

  /** Nothing has come. */
  public Utf8Check() {}

  /** Whether bytes are the whole of a text. */
  public static boolean isText(byte[] bytes) {
    var check = new Utf8Check();
    return check.take(bytes, 0, bytes.length) && check.ends();
  }

  /** Takes bytes; false if the text is none. */
  public boolean take(byte[] bytes, int offset, int count) {
    for (var i = offset; i < offset + count; i++) {
      var next = bytes[i] & 0xff;
      if (left == 0 ? next >= 0x80 && !begins(next) : !goesOn(next)) return false;
    }
    return true;
  }

  private boolean goesOn(int next) {
    var isRight = next >= low && next <= high;
    left--;
    low = 0x80;
    high = 0xbf;
    return isRight;
  }

  /** The first byte of a character that has several; neither too long ones nor surrogates. */
  private boolean begins(int first) {
    left = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    switch (first) {
      case 0xe0 -> low = 0xa0;
      case 0xed -> high = 0x9f;
      case 0xf0 -> low = 0x90;
      case 0xf4 -> high = 0x8f;
      default -> {}
    }
    return first >= 0xc2 && first <= 0xf4;
  }

  /** Whether the text may end here; begins with the next. */
  public boolean ends() {
    var isWhole = left == 0;
    left = 0;
    low = 0x80;
    high = 0xbf;
    return isWhole;
  }
}
