package dev.covet.web.docs;

import dev.covet.schema.Constraint;
import dev.covet.schema.EmailAddress;
import dev.covet.schema.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which scalars are within limits, as far as limits are data. */
record ScalarConstraints(List<Constraint> limits) {
  /** What is said of times, and whether they are to come. */
  private static final Map<String, Boolean> TIMES =
      Map.of(
          "Must be in the past.", false,
          "Must not be in the future.", false,
          "Must be in the future.", true,
          "Must not be in the past.", true);

  /** Whether a limit is told in words alone, so that only its code knows what it allows. */
  boolean isPartlyCode() {
    return limits.stream()
        .anyMatch(each -> each instanceof Constraint.Said(var said) && !TIMES.containsKey(said));
  }

  boolean isPast() {
    return isTime(false);
  }

  boolean isFuture() {
    return isTime(true);
  }

  private boolean isTime(boolean future) {
    return limits.stream()
        .anyMatch(each ->
            each instanceof Constraint.Said(var said)
                && TIMES.getOrDefault(said, !future).equals(future));
  }

  boolean isNull() {
    return limits.contains(Constraint.isNull());
  }

  /** Whether a text is allowed. */
  boolean allow(String text) {
    return limits.stream().allMatch(each -> allows(each, text));
  }

  private static boolean allows(Constraint limit, String text) {
    return switch (limit) {
      case Constraint.Size(var min, var max) -> text.length() >= min && text.length() <= max;
      case Constraint.NotBlank _ -> !text.isBlank();
      case Constraint.Email _ -> EmailAddress.isValid(text);
      case Constraint.Matches(var regex) -> Pattern.matches(regex, text);
      case Constraint.Null _ -> false;
      case Constraint.AtLeast _,
          Constraint.AtMost _,
          Constraint.Digits _,
          Constraint.Unique _,
          Constraint.Is _,
          Constraint.Said _ ->
          true;
    };
  }

  /** Whether a number is allowed, and one of its kind. */
  boolean allow(Kind kind, BigDecimal number) {
    return isOf(kind, number) && limits.stream().allMatch(each -> allows(each, number));
  }

  private static boolean isOf(Kind kind, BigDecimal number) {
    return switch (kind) {
      case FLOAT, DOUBLE, DECIMAL -> true;
      case BIG_INTEGER -> isWhole(number);
      case BYTE -> isWithin(number, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> isWithin(number, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> isWithin(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case YEAR -> isWithin(number, 1, 9999);
      default -> isWithin(number, Long.MIN_VALUE, Long.MAX_VALUE);
    };
  }

  private static boolean isWithin(BigDecimal number, long min, long max) {
    return isWhole(number)
        && number.compareTo(BigDecimal.valueOf(min)) >= 0
        && number.compareTo(BigDecimal.valueOf(max)) <= 0;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0;
  }

  private static boolean allows(Constraint limit, BigDecimal number) {
    return switch (limit) {
      case Constraint.AtLeast(var least, var exclusive) ->
          number.compareTo(new BigDecimal(least)) >= (exclusive ? 1 : 0);
      case Constraint.AtMost(var most, var exclusive) ->
          number.compareTo(new BigDecimal(most)) <= (exclusive ? -1 : 0);
      case Constraint.Digits(var integer, var fraction) ->
          number.scale() <= fraction && number.precision() - number.scale() <= integer;
      case Constraint.Null _ -> false;
      case Constraint.Size _,
          Constraint.NotBlank _,
          Constraint.Email _,
          Constraint.Matches _,
          Constraint.Unique _,
          Constraint.Is _,
          Constraint.Said _ ->
          true;
    };
  }

  /** Whether a boolean is allowed. */
  boolean allow(boolean value) {
    return !isNull() && !limits.contains(Constraint.is(!value));
  }

  /** The bounds of a number, where it has some. */
  List<BigDecimal> bounds() {
    return limits.stream()
        .flatMap(each ->
            switch (each) {
              case Constraint.AtLeast(var least, _) -> near(new BigDecimal(least)).stream();
              case Constraint.AtMost(var most, _) -> near(new BigDecimal(most)).stream();
              default -> Stream.<BigDecimal>empty();
            })
        .toList();
  }

  private static List<BigDecimal> near(BigDecimal bound) {
    if (bound.precision() > 40 || Math.abs(bound.scale()) > 40) return List.of();
    var small = BigDecimal.ONE.movePointLeft(Math.max(0, bound.scale()));
    return List.of(
        bound,
        bound.add(small),
        bound.subtract(small),
        bound.setScale(0, RoundingMode.CEILING),
        bound.setScale(0, RoundingMode.FLOOR));
  }

  /** The size of a text, or of bytes. */
  Constraint.Size size() {
    var min = 0;
    var max = Integer.MAX_VALUE;
    for (var each : limits) {
      if (each instanceof Constraint.Size(var least, var most)) {
        min = Math.max(min, least);
        max = Math.min(max, most);
      }
    }
    return new Constraint.Size(min, max);
  }

  /** The regular expressions of a text. */
  List<String> patterns() {
    return limits.stream()
        .flatMap(each ->
            each instanceof Constraint.Matches(var regex) ? Stream.of(regex) : Stream.empty())
        .toList();
  }
}
