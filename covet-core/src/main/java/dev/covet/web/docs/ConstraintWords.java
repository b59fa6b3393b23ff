package dev.covet.web.docs;

import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.web.docs.pattern.EcmaPattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says a limit in the words of JSON Schema (2020-12 validation, 6); what they cannot say is told in
 * the description.
 */
final class ConstraintWords {
  /** Something else than what {@code String.isBlank} counts as white space. */
  static final String NOT_BLANK =
      "[^\\t-\\r\\u001c- \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";

  /** Most digits of a bound that is worth saying: all numbers of readers have fewer. */
  private static final int DIGITS_MAX = 308;

  private ConstraintWords() {}

  /** Adds the words for a limit of a scalar. */
  static void add(Map<String, Object> json, Constraint limit, Kind kind) {
    switch (limit) {
      case Constraint.AtLeast(var value, var exclusive) ->
          least(json, new BigDecimal(value), exclusive);
      case Constraint.AtMost(var value, var exclusive) ->
          most(json, new BigDecimal(value), exclusive);
      case Constraint.Size(var min, var max) when kind == Kind.BYTES ->
          size(json, encoded(min), encoded(max), "Length");
      case Constraint.Size(var min, var max) -> size(json, min, max, "Length");
      case Constraint.Matches(var regex) -> matches(json, regex);
      case Constraint.Digits digits -> digits(json, digits, kind);
      case Constraint.NotBlank _ -> {
        size(json, 1, Integer.MAX_VALUE, "Length");
        pattern(json, NOT_BLANK);
      }
      case Constraint.Email _ -> {
        json.put("format", "email");
        note(json, "Letters beyond ASCII are allowed (RFC 6531).");
      }
      case Constraint.Null _ -> isNull(json);
      case Constraint.Is(var value) -> json.put("const", value);
      case Constraint.Unique _ -> {}
      case Constraint.Said(var sentence) -> note(json, sentence);
    }
  }

  /** Adds the words for a limit of an array, which is one on its size or on all its elements. */
  static void addToList(Map<String, Object> json, Constraint limit) {
    addToSized(json, limit, "Items");
    ObjectJson.putIfAny(json, "uniqueItems", limit instanceof Constraint.Unique);
  }

  /** Adds the words for a limit of a map, which is one on its size. */
  static void addToMap(Map<String, Object> json, Constraint limit) {
    addToSized(json, limit, "Properties");
  }

  private static void addToSized(Map<String, Object> json, Constraint limit, String what) {
    if (limit instanceof Constraint.Size(var min, var max)) {
      size(json, min, max, what);
    } else if (limit instanceof Constraint.Null) {
      isNull(json);
    } else if (limit instanceof Constraint.Said(var sentence)) {
      note(json, sentence);
    }
  }

  /**
   * Beside the type that the value would have: generators of clients know no type of null alone.
   */
  private static void isNull(Map<String, Object> json) {
    json.put("const", null);
  }

  /** Of several limits of one kind the narrowest holds. */
  private static void least(Map<String, Object> json, BigDecimal value, boolean exclusive) {
    json.merge(
        exclusive ? "exclusiveMinimum" : "minimum", value, (a, b) -> ((BigDecimal) a).max(value));
  }

  private static void most(Map<String, Object> json, BigDecimal value, boolean exclusive) {
    json.merge(
        exclusive ? "exclusiveMaximum" : "maximum", value, (a, b) -> ((BigDecimal) a).min(value));
  }

  private static void size(Map<String, Object> json, int min, int max, String what) {
    if (min > 0) json.merge("min" + what, min, (known, _) -> Math.max((Integer) known, min));
    if (max < Integer.MAX_VALUE) {
      json.merge("max" + what, max, (known, _) -> Math.min((Integer) known, max));
    }
  }

  /** Characters of so many bytes in base64. */
  private static int encoded(int bytes) {
    return (int) Math.min(Integer.MAX_VALUE, (bytes + 2L) / 3 * 4);
  }

  private static void matches(Map<String, Object> json, String regex) {
    EcmaPattern.of(regex)
        .ifPresentOrElse(
            pattern -> pattern(json, pattern),
            () -> note(json, "Must match the regular expression `" + regex + "` of Java."));
  }

  /** A schema has room for one pattern; more stand beside each other. */
  private static void pattern(Map<String, Object> json, String regex) {
    if (json.putIfAbsent("pattern", regex) != null) {
      var all = new ArrayList<Object>(json.get("allOf") instanceof List<?> list ? list : List.of());
      all.add(Map.of("pattern", regex));
      json.put("allOf", all);
    }
  }

  /**
   * A {@code multipleOf} would be worked out in floating point, where 19.99 is no multiple of 0.01.
   */
  private static void digits(Map<String, Object> json, Constraint.Digits digits, Kind kind) {
    if (digits.integer() <= DIGITS_MAX) {
      var bound = BigDecimal.ONE.scaleByPowerOfTen(digits.integer());
      least(json, bound.negate(), true);
      most(json, bound, true);
    }
    switch (kind) {
      case DECIMAL -> note(json, afterPoint(digits.fraction()) + ", zeros at the end included.");
      case FLOAT, DOUBLE -> note(json, afterPoint(digits.fraction()) + ".");
      default -> {}
    }
  }

  private static String afterPoint(int digits) {
    return switch (digits) {
      case 0 -> "No digits after the decimal point";
      case 1 -> "At most 1 digit after the decimal point";
      default -> "At most " + digits + " digits after the decimal point";
    };
  }

  /** Adds a sentence to the description. */
  static void note(Map<String, Object> json, String text) {
    json.merge("description", text, (known, _) -> known + " " + text);
  }
}
