package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.covet.base.problem.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of any length and form, exactly: the road that {@link JsonReader} leaves the fast one
 * for.
 */
public final class Numbers {
  /** The first year that has four digits, and is one of our era. */
  public static final int YEAR_MIN = 1;

  /** The last one. */
  public static final int YEAR_MAX = 9999;

  /** Where a token stands: from its first byte to behind its last. */
  public record Span(int start, int end) {}

  private Numbers() {}

  /** Most characters of an exponent that do not count: {@code E-1000}. */
  private static final int EXPONENT_CHARS = 6;

  /**
   * The characters of a number, or null with a problem if they pass a limit. A sign, a point and an
   * exponent do not count as characters, and the exponent is also that which the number has with
   * one digit before its point: so whatever is read can be read again as it is written.
   */
  public static @Nullable String text(Place at, byte[] bytes, Span number, JsonLimits limits) {
    if (number.end() - number.start() > limits.numberCharsMax() + EXPONENT_CHARS + 2) {
      return tooLong(at, limits);
    }
    var text = new String(bytes, number.start(), number.end() - number.start(), ISO_8859_1);
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (digits(text, e) > limits.numberCharsMax()) return tooLong(at, limits);
    return e < 0 || isExponentWithin(at, text, e, limits.exponentMax()) ? text : null;
  }

  private static @Nullable String tooLong(Place at, JsonLimits limits) {
    at.problem("digits", "must have at most " + limits.numberCharsMax() + " characters");
    return null;
  }

  /** The characters that count, of a text whose exponent begins at a position, if it is not -1. */
  private static int digits(String text, int e) {
    int mantissa = e < 0 ? text.length() : e;
    int beside = (text.startsWith("-") ? 1 : 0) + (text.indexOf('.') < 0 ? 0 : 1);
    return mantissa - beside + Math.max(0, text.length() - mantissa - EXPONENT_CHARS);
  }

  private static boolean isExponentWithin(Place at, String text, int e, int max) {
    var negative = text.charAt(e + 1) == '-';
    int digits = negative || text.charAt(e + 1) == '+' ? e + 2 : e + 1;
    if (isAtMost(text, digits, max) && Math.abs(writtenExponent(text)) <= max) return true;
    if (negative) {
      at.problem("digits", "must have an exponent of at least -" + max);
    } else if (text.startsWith("-")) {
      at.problem("too_small", "must have an exponent of at most " + max);
    } else {
      at.problem("too_large", "must have an exponent of at most " + max);
    }
    return false;
  }

  /** The exponent of a number with one digit before its point, as it is written. */
  private static long writtenExponent(String text) {
    var value = new BigDecimal(text);
    return (long) value.precision() - value.scale() - 1;
  }

  private static boolean isAtMost(String text, int from, int max) {
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      value = value * 10 + text.charAt(i) - '0';
      if (value > max) return false;
    }
    return true;
  }

  /** The number as an int; 0 with a problem if it is none. */
  public static int toInt(Place at, String text) {
    return (int) toWhole(at, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** The number as a long; 0 with a problem if it is none. */
  public static long toLong(Place at, String text) {
    return toWhole(at, text, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** The number as a whole one between two; the one nearest to 0, with a problem, if it is none. */
  public static long toWhole(Place at, String text, long min, long max) {
    var value = new BigDecimal(text);
    if (!isWhole(value)) {
      at.problem("type", "must be a whole number");
    } else if (value.compareTo(BigDecimal.valueOf(min)) < 0) {
      at.problem("too_small", "must be at least " + min);
    } else if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
      at.problem("too_large", "must be at most " + max);
    } else {
      return value.longValue();
    }
    return Math.max(0, min);
  }

  private static boolean isWhole(BigDecimal value) {
    return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /** The number as a whole one of at most so many characters; 0 with a problem if it is none. */
  public static BigInteger toBigInteger(Place at, String text, int charsMax) {
    var value = new BigDecimal(text);
    if (!isWhole(value)) {
      at.problem("type", "must be a whole number");
      return BigInteger.ZERO;
    }
    var whole = value.toBigInteger();
    if (whole.abs().toString().length() > charsMax) {
      at.problem("digits", "must have at most " + charsMax + " characters");
      return BigInteger.ZERO;
    }
    return whole;
  }

  /** The nearest float; 0 with a problem if it is too far from 0. */
  public static float toFloat(Place at, String text) {
    float nearest = Float.parseFloat(text);
    if (Float.isInfinite(nearest)) {
      at.problem(nearest > 0 ? "too_large" : "too_small", "must fit into a 32-bit number");
      return 0;
    }
    return nearest;
  }

  /** The nearest double; 0 with a problem if it is too far from 0. */
  public static double toDouble(Place at, String text) {
    double nearest = Double.parseDouble(text);
    if (Double.isInfinite(nearest)) {
      at.problem(nearest > 0 ? "too_large" : "too_small", "must fit into a 64-bit number");
      return 0;
    }
    return nearest;
  }
}
