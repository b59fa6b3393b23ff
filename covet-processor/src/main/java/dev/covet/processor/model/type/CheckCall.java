package dev.covet.processor.model.type;

import java.util.List;

/**
 * A call of a method of {@code base.problem.Constraints}, with what it is given behind the place
 * and the value; {@code ""} for what needs no check.
 */
public record CheckCall(String method, List<Argument> arguments) {
  /** No check at all. */
  public static final CheckCall NONE = new CheckCall("", List.of());

  /** Copies the list. */
  public CheckCall {
    arguments = List.copyOf(arguments);
  }

  static CheckCall of(String method, Argument... arguments) {
    return new CheckCall(method, List.of(arguments));
  }

  /** What a check is given. */
  public sealed interface Argument {
    /** A whole number. */
    record Whole(long value) implements Argument {}

    /** A decimal number, as it is written. */
    record Decimal(String value) implements Argument {}

    /** A regular expression. */
    record Regex(String value) implements Argument {}
  }
}
