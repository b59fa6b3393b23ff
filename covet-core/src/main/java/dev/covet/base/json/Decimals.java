package dev.covet.base.json;

import java.math.BigDecimal;

/** Numbers as JSON text. */
final class Decimals {
  private static final int PLAIN_DIGITS_MAX = 20;
  private static final byte[] MIN =
      Long.toString(Long.MIN_VALUE).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

  private Decimals() {}

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
    if (value < 0) {
      bytes[at++] = '-';
    }
    long rest = Math.abs(value);
    int end = at + digits(rest);
    for (int i = end - 1; i >= at; i--) {
      long tenth = rest / 10;
      bytes[i] = (byte) ('0' + (rest - tenth * 10));
      rest = tenth;
    }
    return end;
  }

  private static int digits(long value) {
    int count = 1;
    for (long bound = 10; count < 19 && value >= bound; bound *= 10) {
      count++;
    }
    return count;
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
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    return text.append('E').append(exponent).toString();
  }
}
