package dev.covet.base.problem;

import dev.covet.schema.EmailAddress;
import dev.covet.schema.TimeOrder;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of Jakarta Validation, each a check that adds a problem where a value breaks it.
 * Values are not null here, but for {@link #notNull}: a component that may be null is asked first.
 */
public final class Constraints {
  private Constraints() {}

  /** Code {@code null}; says whether there is a value to check further. */
  public static boolean notNull(Place at, @Nullable Object value) {
    if (value == null) {
      at.problem("null", "must not be null");
      return false;
    }
    return true;
  }

  /** Code {@code blank}; says whether the text has more than white space, to check further. */
  public static boolean notBlank(Place at, String value) {
    if (value.isBlank()) {
      at.problem("blank", "must not be blank");
      return false;
    }
    return true;
  }

  /** Code {@code empty}. */
  public static void notEmpty(Place at, String value) {
    if (value.isEmpty()) at.problem("empty", "must not be empty");
  }

  /** Code {@code empty}. */
  public static void notEmpty(Place at, Collection<?> value) {
    notEmpty(at, value.size());
  }

  /**
   * Code {@code empty}.
   *
   * @param items how many there are in a map or an array
   */
  public static void notEmpty(Place at, int items) {
    if (items == 0) at.problem("empty", "must not be empty");
  }

  /**
   * Codes {@code too_short}, {@code too_long}. Characters are code points, as in the document's
   * {@code maxLength}.
   */
  public static void size(Place at, String value, int min, int max) {
    if (value.length() > max || value.length() < 2L * min) {
      sizeOf(at, value.codePointCount(0, value.length()), min, max);
    }
  }

  private static void sizeOf(Place at, int size, int min, int max) {
    if (size < min) {
      at.problem("too_short", "must have at least " + counted(min, "character") + ", has " + size);
    } else if (size > max) {
      at.problem("too_long", "must have at most " + counted(max, "character") + ", has " + size);
    }
  }

  /** Codes {@code too_few}, {@code too_many}. */
  public static void size(Place at, Collection<?> value, int min, int max) {
    size(at, value.size(), min, max);
  }

  /**
   * Codes {@code too_few}, {@code too_many}.
   *
   * @param items how many there are in a map or an array
   */
  public static void size(Place at, int items, int min, int max) {
    if (items < min) {
      at.problem("too_few", "must have at least " + counted(min, "item") + ", has " + items);
    } else if (items > max) {
      at.problem("too_many", "must have at most " + counted(max, "item") + ", has " + items);
    }
  }

  /** Codes {@code too_short}, {@code too_long}. */
  public static void size(Place at, byte[] value, int min, int max) {
    if (value.length < min) {
      at.problem(
          "too_short", "must have at least " + counted(min, "byte") + ", has " + value.length);
    } else if (value.length > max) {
      at.problem("too_long", "must have at most " + counted(max, "byte") + ", has " + value.length);
    }
  }

  /** Code {@code empty}. */
  public static void notEmpty(Place at, byte[] value) {
    if (value.length == 0) at.problem("empty", "must not be empty");
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** Code {@code too_small}. */
  public static void min(Place at, long value, long min) {
    if (value < min) at.problem("too_small", "must be at least " + min);
  }

  /** Code {@code too_small}. */
  public static void min(Place at, BigDecimal value, long min) {
    decimalMin(at, value, BigDecimal.valueOf(min));
  }

  /** Code {@code too_small}. */
  public static void min(Place at, double value, long min) {
    if (Double.isFinite(value)) min(at, BigDecimal.valueOf(value), min);
  }

  /** Code {@code too_large}. */
  public static void max(Place at, long value, long max) {
    if (value > max) at.problem("too_large", "must be at most " + max);
  }

  /** Code {@code too_large}. */
  public static void max(Place at, BigDecimal value, long max) {
    if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
      at.problem("too_large", "must be at most " + max);
    }
  }

  /** Code {@code too_large}. */
  public static void max(Place at, double value, long max) {
    if (Double.isFinite(value)) max(at, BigDecimal.valueOf(value), max);
  }

  /** Code {@code too_small}. */
  public static void positive(Place at, long value) {
    positive(at, Long.signum(value));
  }

  /** Code {@code too_small}. */
  public static void positive(Place at, double value) {
    positive(at, value > 0 ? 1 : -1);
  }

  /** Code {@code too_small}. */
  public static void positive(Place at, BigDecimal value) {
    positive(at, value.signum());
  }

  private static void positive(Place at, int sign) {
    if (sign <= 0) at.problem("too_small", "must be greater than 0");
  }

  /** Code {@code too_large}. */
  public static void negative(Place at, long value) {
    negative(at, Long.signum(value));
  }

  /** Code {@code too_large}. */
  public static void negative(Place at, double value) {
    negative(at, value < 0 ? -1 : 1);
  }

  /** Code {@code too_large}. */
  public static void negative(Place at, BigDecimal value) {
    negative(at, value.signum());
  }

  private static void negative(Place at, int sign) {
    if (sign >= 0) at.problem("too_large", "must be less than 0");
  }

  /** Code {@code too_small}; the bound is allowed. */
  public static void decimalMin(Place at, BigDecimal value, BigDecimal min) {
    if (value.compareTo(min) < 0) {
      at.problem("too_small", "must be at least " + min.toPlainString());
    }
  }

  /** Code {@code too_small}; the bound is allowed. */
  public static void decimalMin(Place at, long value, BigDecimal min) {
    decimalMin(at, BigDecimal.valueOf(value), min);
  }

  /** Code {@code too_small}; the bound is allowed. */
  public static void decimalMin(Place at, double value, BigDecimal min) {
    if (Double.isFinite(value)) decimalMin(at, BigDecimal.valueOf(value), min);
  }

  /** Code {@code too_small}; the bound itself is not allowed. */
  public static void decimalAbove(Place at, BigDecimal value, BigDecimal bound) {
    if (value.compareTo(bound) <= 0) {
      at.problem("too_small", "must be greater than " + bound.toPlainString());
    }
  }

  /** Code {@code too_small}; the bound itself is not allowed. */
  public static void decimalAbove(Place at, long value, BigDecimal bound) {
    decimalAbove(at, BigDecimal.valueOf(value), bound);
  }

  /** Code {@code too_small}; the bound itself is not allowed. */
  public static void decimalAbove(Place at, double value, BigDecimal bound) {
    if (Double.isFinite(value)) decimalAbove(at, BigDecimal.valueOf(value), bound);
  }

  /** Code {@code too_large}; the bound is allowed. */
  public static void decimalMax(Place at, BigDecimal value, BigDecimal max) {
    if (value.compareTo(max) > 0) at.problem("too_large", "must be at most " + max.toPlainString());
  }

  /** Code {@code too_large}; the bound is allowed. */
  public static void decimalMax(Place at, long value, BigDecimal max) {
    decimalMax(at, BigDecimal.valueOf(value), max);
  }

  /** Code {@code too_large}; the bound is allowed. */
  public static void decimalMax(Place at, double value, BigDecimal max) {
    if (Double.isFinite(value)) decimalMax(at, BigDecimal.valueOf(value), max);
  }

  /** Code {@code too_large}; the bound itself is not allowed. */
  public static void decimalBelow(Place at, BigDecimal value, BigDecimal bound) {
    if (value.compareTo(bound) >= 0) {
      at.problem("too_large", "must be less than " + bound.toPlainString());
    }
  }

  /** Code {@code too_large}; the bound itself is not allowed. */
  public static void decimalBelow(Place at, long value, BigDecimal bound) {
    decimalBelow(at, BigDecimal.valueOf(value), bound);
  }

  /** Code {@code too_large}; the bound itself is not allowed. */
  public static void decimalBelow(Place at, double value, BigDecimal bound) {
    if (Double.isFinite(value)) decimalBelow(at, BigDecimal.valueOf(value), bound);
  }

  /**
   * Code {@code digits}. Zeros at the end of the fraction count, as in Jakarta Validation; a zero
   * before the point does not, so that 0 is within the range of {@code integer = 0}, as 0.5 is.
   *
   * @param integer most digits before the point
   * @param fraction most digits after it
   */
  public static void digits(Place at, BigDecimal value, int integer, int fraction) {
    var before = value.signum() == 0 ? 0 : value.precision() - value.scale();
    if (before > integer || value.scale() > fraction) {
      at.problem(
          "digits",
          "must have at most "
              + integer
              + " digits before the decimal point and "
              + fraction
              + " after it");
    }
  }

  /** Code {@code digits}. */
  public static void digits(Place at, long value, int integer, int fraction) {
    digits(at, BigDecimal.valueOf(value), integer, fraction);
  }

  /** Code {@code digits}; a double has no zeros at the end of its fraction. */
  public static void digits(Place at, double value, int integer, int fraction) {
    if (Double.isFinite(value))
      digits(at, BigDecimal.valueOf(value).stripTrailingZeros(), integer, fraction);
  }

  /** Code {@code pattern}. */
  public static void pattern(Place at, String value, TextPattern pattern) {
    if (!pattern.matches(value, at.patternStepsMax())) {
      at.problem("pattern", "must match " + pattern.regex());
    }
  }

  /** Code {@code email}. */
  public static void email(Place at, String value) {
    if (!EmailAddress.isValid(value)) at.problem("email", "must be an email address");
  }

  /** Code {@code email}, for a text that has the form of another expression, too. */
  public static void email(Place at, String value, TextPattern pattern) {
    if (!EmailAddress.isValid(value) || !pattern.matches(value, at.patternStepsMax())) {
      at.problem("email", "must be an email address that matches " + pattern.regex());
    }
  }

  /** Code {@code not_true}. */
  public static void isTrue(Place at, boolean value) {
    if (!value) at.problem("not_true", "must be true");
  }

  /** Code {@code not_false}. */
  public static void isFalse(Place at, boolean value) {
    if (value) at.problem("not_false", "must be false");
  }

  /** Code {@code not_null}: whatever is not null here is a problem. */
  public static void isNull(Place at, Object value) {
    at.problem("not_null", "must be null");
  }

  /** Code {@code past}; of days, months and times without an offset those of UTC count. */
  public static void past(Place at, TemporalAccessor value) {
    if (!isTimely(at, value, order -> order < 0)) at.problem("past", "must be in the past");
  }

  /** Code {@code past_or_present}. */
  public static void pastOrPresent(Place at, TemporalAccessor value) {
    if (!isTimely(at, value, order -> order <= 0)) {
      at.problem("past_or_present", "must not be in the future");
    }
  }

  /** Code {@code future}. */
  public static void future(Place at, TemporalAccessor value) {
    if (!isTimely(at, value, order -> order > 0)) at.problem("future", "must be in the future");
  }

  /** Code {@code future_or_present}. */
  public static void futureOrPresent(Place at, TemporalAccessor value) {
    if (!isTimely(at, value, order -> order >= 0)) {
      at.problem("future_or_present", "must not be in the past");
    }
  }

  /** Compares a time with now, if it was just sent. */
  private static boolean isTimely(Place at, TemporalAccessor value, IntPredicate rule) {
    var now = at.now();
    return now == null || rule.test(TimeOrder.compare(value, now));
  }

  /** The double that is written as a float is, to be checked: 0.1, not 0.10000000149. */
  public static double shortest(float value) {
    return Float.isFinite(value) ? Double.parseDouble(Float.toString(value)) : value;
  }

  /** Code {@code bad_text} for U+0000, which no database text holds. */
  public static void storable(Place at, String value) {
    if (value.indexOf(0) >= 0) at.problem("bad_text", "must not contain the character U+0000");
  }

  /**
   * A rule over several components.
   *
   * @param holds what the record's method says; null, of a {@code Boolean}, breaks nothing
   * @param code the method's name in snake case
   * @param message what the annotation says
   */
  public static void assertTrue(Place at, @Nullable Boolean holds, String code, String message) {
    if (Boolean.FALSE.equals(holds)) at.problem(code, message);
  }

  /** As {@link #assertTrue}, of a method that says what must not be. */
  public static void assertFalse(Place at, @Nullable Boolean holds, String code, String message) {
    if (Boolean.TRUE.equals(holds)) at.problem(code, message);
  }
}
