package dev.covet.web.docs;

import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the text of a parameter's default into the JSON value that its schema is of. */
final class Defaults {
  /** What stands for true in a query. */
  private static final Set<String> TRUE = Set.of("true", "1", "on", "yes");

  private Defaults() {}

  /**
   * The value; a text that is no number stays one.
   *
   * @param text as a client would write it; for a list, its only element, or empty for none
   */
  static Object of(Schema schema, String text) {
    return switch (schema) {
      case Schema.Scalar(var kind, _) -> scalar(kind, text);
      case Schema.Nullable(var of) -> of(of, text);
      case Schema.ListOf(var element, _) -> text.isEmpty() ? List.of() : List.of(of(element, text));
      case Schema.Choice _,
          Schema.MapOf _,
          Schema.Ref _,
          Schema.Union _,
          Schema.ChangesOf _,
          Schema.AnyOf _,
          Schema.Any _ ->
          text;
    };
  }

  private static Object scalar(Kind kind, String text) {
    return switch (kind) {
      case BOOLEAN -> TRUE.contains(text.toLowerCase(Locale.ROOT));
      case BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL, YEAR -> number(text);
      default -> text;
    };
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
