package dev.covet.base.json;

import java.math.BigDecimal;

/** Numbers as JSON text. */
final class NumberWriter {
  private static final int PLAIN_DIGITS_MAX = 20;
  private static final byte[] MIN =
      Long.toString(Long.MIN_VALUE).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

  /** Nothing was put. */
  static final int NOT_SIMPLE = -1;

  /** Digits of a number that {@link #put(byte[], int, BigDecimal)} takes, and its scale. */
  private static final int SIMPLE_DIGITS_MAX = 18;

  private static final long[] POWERS_OF_TEN = powersOfTen();

  /** The two digits of each number below 100, since two at once take half of the divisions. */
  private static final byte[] TENS = digits(10);

  private static final byte[] ONES = digits(1);

  private NumberWriter() {}

  private static byte[] digits(int unit) {
    var digits = new byte[100];
    for (int i = 0; i < digits.length; i++) digits[i] = (byte) ('0' + i / unit % 10);
    return digits;
  }

  private static long[] powersOfTen() {
    var powers = new long[SIMPLE_DIGITS_MAX + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) powers[i] = powers[i - 1] * 10;
    return powers;
  }

  /**
   * Puts a number into an array that has room for it.
   *
   * @return the position behind it
   */
  static int put(byte[] bytes, int from, long value) {
    if (value == Long.MIN_VALUE) {
      System.arraycopy(MIN, 0, bytes, from, MIN.length);
      return from + MIN.length;
    }
    int at = from;
    if (value < 0) bytes[at++] = '-';
    long rest = Math.abs(value);
    int end = at + digits(rest);
    putLast(bytes, at, end, rest);
    return end;
  }

  private static int digits(long value) {
    int count = 1;
    while (count <= SIMPLE_DIGITS_MAX && value >= POWERS_OF_TEN[count]) count++;
    return count;
  }

  /** Puts the last digits of a number between two positions, and gives the number without them. */
  private static long putLast(byte[] bytes, int from, int end, long value) {
    long rest = value;
    int at = end;
    for (; at - from >= 2; at -= 2) {
      long hundredth = rest / 100;
      int pair = (int) (rest - hundredth * 100);
      bytes[at - 2] = TENS[pair];
      bytes[at - 1] = ONES[pair];
      rest = hundredth;
    }
    if (at > from) {
      long tenth = rest / 10;
      bytes[from] = ONES[(int) (rest - tenth * 10)];
      rest = tenth;
    }
    return rest;
  }

  /**
   * Puts a number of at most 18 digits, none of them implied by an exponent, into an array that has
   * room for it.
   *
   * @return the position behind it, or {@link #NOT_SIMPLE}
   */
  static int put(byte[] bytes, int from, BigDecimal value) {
    int scale = value.scale();
    if (scale < 0 || scale > SIMPLE_DIGITS_MAX || value.precision() > SIMPLE_DIGITS_MAX) {
      return NOT_SIMPLE;
    }
    long digits = value.scaleByPowerOfTen(scale).longValue();
    if (scale == 0) return put(bytes, from, digits);
    int at = from;
    if (digits < 0) {
      bytes[at++] = '-';
      digits = -digits;
    }
    int point = at + Math.max(value.precision() - scale, 1);
    int end = point + 1 + scale;
    long whole = putLast(bytes, point + 1, end, digits);
    bytes[point] = '.';
    putLast(bytes, at, point, whole);
    return end;
  }

  /** All digits, in exponent form if plain they would be more than 20. */
  static String text(BigDecimal value) {
    long whole = Math.max(1, (long) value.precision() - value.scale());
    long plainDigits = whole + Math.max(0, value.scale());
    return plainDigits <= PLAIN_DIGITS_MAX ? value.toPlainString() : exponent(value);
  }

  private static String exponent(BigDecimal value) {
    var digits = value.unscaledValue().abs().toString();
    long exponent = (long) digits.length() - 1 - value.scale();
    var text = new StringBuilder(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) text.append('.').append(digits, 1, digits.length());
    return text.append('E').append(exponent).toString();
  }
}
