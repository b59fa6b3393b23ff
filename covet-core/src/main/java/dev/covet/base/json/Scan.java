package dev.covet.base.json;

/**
 * Finds where tokens end, and refuses bytes that are no JSON (RFC 8259). Everything here takes a
 * position and gives one.
 */
final class Scan {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  static final long SPACES = ' ' * ONES;

  private Scan() {}

  /** The first byte from here that is no white space; the length at the end of the input. */
  static int space(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && isSpace(bytes[at])) at++;
    return at;
  }

  /** Behind the mark of UTF-8 that editors of Windows put first (RFC 8259, 8.1), if it is there. */
  static int start(byte[] bytes) {
    return bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  static boolean is(byte[] bytes, int at, char c) {
    return at < bytes.length && bytes[at] == c;
  }

  static void expect(byte[] bytes, int at, char c, String what) {
    if (!is(bytes, at, c)) throw MalformedJson.expected(what, at);
  }

  /** The first quote, backslash, control or byte beyond ASCII from here; the length if none is. */
  static int plainEnd(byte[] bytes, int from) {
    int at = from;
    for (; at + 8 <= bytes.length; at += 8) {
      long stops = stops(Words.get(bytes, at));
      if (stops != 0) return at + (Long.numberOfTrailingZeros(stops) >>> 3);
    }
    while (at < bytes.length && isPlain(bytes[at])) at++;
    return at;
  }

  /** High bits; the lowest of them marks the first byte that is not plain, higher ones may err. */
  static long stops(long word) {
    return (((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES) | (word - SPACES) | word)
        & HIGH;
  }

  /**
   * Not zero if a byte must not be copied as it is: a quote, backslash or control, or {@code
   * other}.
   */
  static long special(long word, byte other) {
    return (zeros(word ^ QUOTES)
            | zeros(word ^ BACKSLASHES)
            | zeros(word ^ (other * ONES))
            | ((word - SPACES) & ~word))
        & HIGH;
  }

  private static long zeros(long word) {
    return (word - ONES) & ~word;
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }

  /**
   * The closing quote of a string.
   *
   * @param from the byte after the opening quote, or any plain one further
   */
  static int stringEnd(byte[] bytes, int from) {
    int at = plainEnd(bytes, from);
    while (true) {
      if (at >= bytes.length) throw MalformedJson.expected("the end of a string", at);
      var b = bytes[at];
      if (b == '"') return at;
      at = plainEnd(bytes, b == '\\' ? escape(bytes, at) : unicode(bytes, at));
    }
  }

  private static int escape(byte[] bytes, int at) {
    int kind = at + 1 < bytes.length ? bytes[at + 1] : 0;
    if (kind == 'u') return fourDigits(bytes, at + 2);
    if (kind == 0 || "\"\\/bfnrt".indexOf(kind) < 0) {
      throw MalformedJson.expected("an escape", at + 1);
    }
    return at + 2;
  }

  private static int fourDigits(byte[] bytes, int at) {
    for (int i = at; i < at + 4; i++) {
      if (i >= bytes.length || Character.digit(bytes[i], 16) < 0) {
        throw MalformedJson.expected("four hexadecimal digits", i);
      }
    }
    return at + 4;
  }

  /**
   * Behind a character beyond ASCII in strict UTF-8 (RFC 3629, 4): shortest form, no surrogates.
   */
  private static int unicode(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0) {
      throw MalformedJson.expected(lead < ' ' ? "no control character" : "UTF-8", at);
    }
    int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
    if (second < secondMin(lead) || second > secondMax(lead)) {
      throw MalformedJson.expected("UTF-8", at);
    }
    for (int i = at + 2; i < at + length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xC0) != 0x80) throw MalformedJson.expected("UTF-8", at);
    }
    return at + length;
  }

  private static int secondMin(int lead) {
    return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  }

  private static int secondMax(int lead) {
    return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  }

  /** Behind a number, which starts here. */
  static int numberEnd(byte[] bytes, int from) {
    int at = digit(bytes, from) || bytes[from] != '-' ? from : from + 1;
    at = digit(bytes, at) && bytes[at] == '0' ? at + 1 : digits(bytes, at);
    if (at < bytes.length && bytes[at] == '.') at = digits(bytes, at + 1);
    if (at < bytes.length && (bytes[at] | 0x20) == 'e') {
      at++;
      var signed = at < bytes.length && (bytes[at] == '+' || bytes[at] == '-');
      at = digits(bytes, signed ? at + 1 : at);
    }
    return at;
  }

  private static int digits(byte[] bytes, int from) {
    if (!digit(bytes, from)) throw MalformedJson.expected("a digit", from);
    int at = from + 1;
    while (digit(bytes, at)) at++;
    return at;
  }

  private static boolean digit(byte[] bytes, int at) {
    return at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9';
  }

  /** Behind {@code true}, {@code false} or {@code null}. */
  static int literal(byte[] bytes, int from, String literal) {
    int end = from + literal.length();
    if (end > bytes.length) throw MalformedJson.expected("a value", from);
    for (int i = from; i < end; i++) {
      if (bytes[i] != literal.charAt(i - from)) throw MalformedJson.expected("a value", from);
    }
    return end;
  }
}
