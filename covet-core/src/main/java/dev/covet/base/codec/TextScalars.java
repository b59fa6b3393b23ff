package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Numbers;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.schema.ScalarText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scalars outside JSON, where everything is a text: path, query and header values. The same texts
 * are numbers, dates and identifiers as within JSON, but that whole numbers are digits alone, and
 * the same limits hold; what is none is a problem at its place, and the zero of its type.
 * Thread-safe.
 */
public final class TextScalars {
  /** A number (RFC 8259, 6), but that zeros may lead. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

  /**
   * A whole number is digits; zeros may lead: {@code 007} is a page number to many, and 05 a day.
   */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]++");

  /** So many digits are a long, whatever they are. */
  private static final int SAFE_DIGITS_MAX = 18;

  private TextScalars() {}

  /** A whole number of 32 bits. */
  public static int toInt(Place at, String text) {
    return (int) toWhole(at, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A whole number of 64 bits. */
  public static long toLong(Place at, String text) {
    return toWhole(at, text, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** A whole number of 16 bits. */
  static short toShort(Place at, String text) {
    return (short) toWhole(at, text, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** A whole number of 8 bits. */
  static byte toByte(Place at, String text) {
    return (byte) toWhole(at, text, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** A year. */
  static Year toYear(Place at, String text) {
    return Year.of((int) toWhole(at, text, Numbers.YEAR_MIN, Numbers.YEAR_MAX));
  }

  private static long toWhole(Place at, String text, long min, long max) {
    if (isShortInteger(text)) {
      var value = Long.parseLong(text);
      if (value >= min && value <= max) return value;
    }
    var number = whole(at, text);
    return number == null ? Math.max(0, min) : Numbers.toWhole(at, number, min, max);
  }

  /** A whole number of any size within the limits. */
  static BigInteger toBigInteger(Place at, String text) {
    var number = whole(at, text);
    return number == null
        ? BigInteger.ZERO
        : Numbers.toBigInteger(at, number, JsonLimits.DEFAULT.numberCharsMax());
  }

  /** The nearest 32-bit floating-point number. */
  static float toFloat(Place at, String text) {
    var number = number(at, text, "must be a number");
    return number == null ? 0 : Numbers.toFloat(at, number);
  }

  private static boolean isShortInteger(String text) {
    var from = text.startsWith("-") ? 1 : 0;
    if (text.length() == from || text.length() - from > SAFE_DIGITS_MAX) return false;
    for (var i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    }
    return true;
  }

  /** The nearest 64-bit floating-point number. */
  static double toDouble(Place at, String text) {
    var number = number(at, text, "must be a number");
    return number == null ? 0 : Numbers.toDouble(at, number);
  }

  /** An exact decimal number. */
  static BigDecimal toDecimal(Place at, String text) {
    var number = number(at, text, "must be a number");
    return number == null ? BigDecimal.ZERO : new BigDecimal(number);
  }

  /** As {@link #number}, of a whole one; what JSON may write otherwise is told how to. */
  private static @Nullable String whole(Place at, String text) {
    var number = number(at, text, "must be a whole number");
    if (number == null || WHOLE.matcher(text).matches()) return number;
    at.problem("type", "must be a whole number, in digits");
    return null;
  }

  /** The characters of a number within the limits, or null with a problem. */
  private static @Nullable String number(Place at, String text, String reason) {
    if (!NUMBER.matcher(text).matches()) {
      at.problem("type", reason);
      return null;
    }
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return Numbers.text(at, bytes, new Numbers.Span(0, bytes.length), JsonLimits.DEFAULT);
  }

  /** {@code true}, {@code 1}, {@code on}, {@code yes} or their opposites, in any case. */
  static boolean toBoolean(Place at, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "on", "yes" -> true;
      case "false", "0", "off", "no" -> false;
      default -> {
        at.problem("type", "must be true or false");
        yield false;
      }
    };
  }

  /** {@code true} or {@code false}. */
  static boolean toExactBoolean(Place at, String text) {
    if (!text.equals("true") && !text.equals("false")) at.problem("type", "must be true or false");
    return text.equals("true");
  }

  /**
   * A value that somebody has written the codec of: what that reads from the text as a JSON string.
   *
   * @return null, with a problem, if it is none
   */
  public static <T> @Nullable T toValue(Place at, String text, Codec<T> codec) {
    if (codec instanceof Codec.OfText<T> of) return of.parse(at, text);
    var out = new JsonWriter(text.length());
    out.write(text);
    var problems = new Problems();
    var value = codec.read(new JsonReader(out.toBytes(), JsonLimits.DEFAULT, problems, ""));
    problems.list().forEach(each -> at.problem(each.code(), each.reason()));
    return value;
  }

  /** A value that is a string in JSON. */
  static <T> T some(Place at, String text, ScalarText<T> kind) {
    var value = kind.parse(text);
    if (value == null) {
      at.problem("type", "must be " + kind.words());
      return kind.zero();
    }
    return value;
  }

  /**
   * One of a closed set of values by their texts, in order; the first where it is none of them.
   *
   * @param byText the texts and what they stand for, at least one
   */
  public static <T> T toChoice(Place at, String text, Map<String, T> byText) {
    var value = byText.get(text);
    if (value == null) {
      at.problem("type", "must be one of " + String.join(", ", byText.keySet()));
      return byText.values().iterator().next();
    }
    return value;
  }
}
