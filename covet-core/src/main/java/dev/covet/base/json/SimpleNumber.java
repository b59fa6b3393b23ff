package dev.covet.base.json;

/**
 * The fast road for numbers: at most 18 digits, perhaps a point among them, no exponent. Not
 * thread-safe.
 */
final class SimpleNumber {
  static final int NOT_SIMPLE = -1;

  private static final int DIGITS_MAX = 18;

  /** Below this every whole number is a double. */
  private static final long EXACT_MAX = 1_000_000_000_000_000L;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  /** The digits as a number, without the point, with the sign. */
  long digits;

  /** How many of them stand behind the point. */
  int scale;

  /** Reads a number from here; gives the position behind it, or {@link #NOT_SIMPLE}. */
  int read(byte[] bytes, int from) {
    var negative = from < bytes.length && bytes[from] == '-';
    int start = negative ? from + 1 : from;
    int point = NOT_SIMPLE;
    long value = 0;
    int at = start;
    for (; at < bytes.length; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
      } else if (bytes[at] == '.' && point < 0) {
        point = at;
      } else {
        break;
      }
    }
    int whole = (point < 0 ? at : point) - start;
    digits = negative ? -value : value;
    scale = point < 0 ? 0 : at - point - 1;
    return isWhole(bytes, start, whole) && isEnd(bytes, at) && (point < 0 || scale > 0)
        ? at
        : NOT_SIMPLE;
  }

  private boolean isWhole(byte[] bytes, int start, int whole) {
    return whole > 0 && whole + scale <= DIGITS_MAX && (whole == 1 || bytes[start] != '0');
  }

  private static boolean isEnd(byte[] bytes, int at) {
    return at == bytes.length || (bytes[at] | 0x20) != 'e';
  }

  /** Whether {@link #toDouble} is the nearest double: both its operands are exact. */
  boolean isExactDouble() {
    return digits != 0 && Math.abs(digits) < EXACT_MAX;
  }

  double toDouble() {
    return digits / POWERS_OF_TEN[scale];
  }
}
