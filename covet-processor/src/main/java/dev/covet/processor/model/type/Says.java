package dev.covet.processor.model.type;

import dev.covet.processor.model.type.CheckCall.Argument;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the annotation of a constraint says.
 *
 * @param attributes by name: texts, numbers, booleans, lists of names
 */
record Says(SortedMap<String, Object> attributes) {
  /** A number that the annotation says. */
  int number(String attribute) {
    return attributes.get(attribute) instanceof Number number ? number.intValue() : 0;
  }

  Argument whole(String attribute) {
    return new Argument.Whole(
        attributes.get(attribute) instanceof Number number ? number.longValue() : 0);
  }

  Argument decimal(String attribute) {
    return new Argument.Decimal(text(attribute));
  }

  String text(String attribute) {
    return String.valueOf(attributes.getOrDefault(attribute, ""));
  }

  /**
   * A decimal number, as the JDK writes it.
   *
   * @throws NumberFormatException if it is none
   */
  String decimalText(String attribute) {
    return new BigDecimal(text(attribute)).toString();
  }

  boolean is(String attribute) {
    return Boolean.TRUE.equals(attributes.get(attribute));
  }

  /** Flags as the expression itself can say them: {@code (?i)}. */
  String flags() {
    var letters =
        attributes.get("flags") instanceof List<?> flags
            ? flags.stream().map(each -> letter(each.toString())).collect(Collectors.joining())
            : "";
    return letters.isEmpty() ? "" : "(?" + letters + ")";
  }

  private static String letter(String flag) {
    return switch (flag) {
      case "CASE_INSENSITIVE" -> "i";
      case "COMMENTS" -> "x";
      case "DOTALL" -> "s";
      case "MULTILINE" -> "m";
      case "UNICODE_CASE" -> "u";
      case "UNIX_LINES" -> "d";
      default -> flag; // no expression can say it, which its syntax then tells
    };
  }
}
