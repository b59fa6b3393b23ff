package dev.covet.processor.model.type;

import dev.covet.processor.model.type.CheckCall.Argument;
import dev.covet.schema.Constraint;
import dev.covet.schema.EmailAddress;
import dev.covet.schema.TimeOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The constraints of Jakarta Validation that Covet checks: the annotation, what it limits, the
 * method of {@code base.problem.Constraints} that checks it (which has its code and its text), and
 * what documents, defaults and tables know of it. Everything else reads this table.
 */
public enum ConstraintKind {
  /** Not null; what is not {@code @Nullable} needs no such constraint. */
  NOT_NULL("NotNull", ConstraintFit.ANYTHING),

  /** A text with something else than white space. */
  NOT_BLANK("NotBlank", ConstraintFit.TEXT),

  /** A text, a list, a set, a map or an array that is not empty. */
  NOT_EMPTY("NotEmpty", ConstraintFit.SIZED),

  /** Length of a text in characters or number of elements, both ends allowed. */
  SIZE("Size", ConstraintFit.SIZED),

  /** A number at least this. */
  MIN("Min", ConstraintFit.NUMBER),

  /** A number at most this. */
  MAX("Max", ConstraintFit.NUMBER),

  /** A number above zero. */
  POSITIVE("Positive", ConstraintFit.NUMBER),

  /** A number not below zero. */
  POSITIVE_OR_ZERO("PositiveOrZero", ConstraintFit.NUMBER),

  /** A number below zero. */
  NEGATIVE("Negative", ConstraintFit.NUMBER),

  /** A number not above zero. */
  NEGATIVE_OR_ZERO("NegativeOrZero", ConstraintFit.NUMBER),

  /** A number at least (or above, if not inclusive) this decimal number. */
  DECIMAL_MIN("DecimalMin", ConstraintFit.NUMBER),

  /** A number at most (or below, if not inclusive) this decimal number. */
  DECIMAL_MAX("DecimalMax", ConstraintFit.NUMBER),

  /** A number of at most so many digits before and after the point. */
  DIGITS("Digits", ConstraintFit.NUMBER),

  /** A text that the whole expression matches; flags go before it: {@code (?i)}. */
  PATTERN("Pattern", ConstraintFit.TEXT),

  /** A text that is an address of e-mail, and that a further expression matches, if it has one. */
  EMAIL("Email", ConstraintFit.TEXT),

  /** Nothing but null. */
  NULL("Null", ConstraintFit.REFERENCE),

  /** The boolean that is true: a consent. */
  ASSERT_TRUE("AssertTrue", ConstraintFit.BOOLEAN),

  /** The boolean that is false. */
  ASSERT_FALSE("AssertFalse", ConstraintFit.BOOLEAN),

  /** Before now, or before today. */
  PAST("Past", ConstraintFit.TIME),

  /** Not after now, or not after today. */
  PAST_OR_PRESENT("PastOrPresent", ConstraintFit.TIME),

  /** After now, or after today: what is written once is passed some day. */
  FUTURE("Future", ConstraintFit.TIME),

  /** Not before now, or not before today. */
  FUTURE_OR_PRESENT("FutureOrPresent", ConstraintFit.TIME);

  private final String annotation;
  private final ConstraintFit fit;

  ConstraintKind(String annotation, ConstraintFit fit) {
    this.annotation = annotation;
    this.fit = fit;
  }

  /** The constraint of an annotation, by its simple name. */
  public static Optional<ConstraintKind> of(String annotation) {
    return Arrays.stream(values()).filter(each -> each.annotation.equals(annotation)).findFirst();
  }

  /** The annotation's simple name: {@code Size}. */
  public String annotation() {
    return annotation;
  }

  ConstraintFit fit() {
    return fit;
  }

  /** What it limits, for messages: {@code a number}. */
  public String limited() {
    return fit.words();
  }

  /**
   * How one is checked.
   *
   * @param says what the annotation says
   */
  CheckCall check(Says says) {
    return switch (this) {
      case NOT_NULL -> CheckCall.NONE;
      case NOT_BLANK -> CheckCall.of("notBlank");
      case NOT_EMPTY -> CheckCall.of("notEmpty");
      case SIZE -> CheckCall.of("size", says.whole("min"), says.whole("max"));
      case MIN -> CheckCall.of("min", says.whole("value"));
      case MAX -> CheckCall.of("max", says.whole("value"));
      case POSITIVE -> CheckCall.of("positive");
      case POSITIVE_OR_ZERO -> CheckCall.of("min", new Argument.Whole(0));
      case NEGATIVE -> CheckCall.of("negative");
      case NEGATIVE_OR_ZERO -> CheckCall.of("max", new Argument.Whole(0));
      case DECIMAL_MIN ->
          CheckCall.of(says.is("inclusive") ? "decimalMin" : "decimalAbove", says.decimal("value"));
      case DECIMAL_MAX ->
          CheckCall.of(says.is("inclusive") ? "decimalMax" : "decimalBelow", says.decimal("value"));
      case DIGITS -> CheckCall.of("digits", says.whole("integer"), says.whole("fraction"));
      case PATTERN ->
          CheckCall.of("pattern", new Argument.Regex(says.flags() + says.text("regexp")));
      case EMAIL ->
          matchesAll(says)
              ? CheckCall.of("email")
              : CheckCall.of("email", new Argument.Regex(says.flags() + says.text("regexp")));
      case NULL -> CheckCall.of("isNull");
      case ASSERT_TRUE -> CheckCall.of("isTrue");
      case ASSERT_FALSE -> CheckCall.of("isFalse");
      case PAST -> CheckCall.of("past");
      case PAST_OR_PRESENT -> CheckCall.of("pastOrPresent");
      case FUTURE -> CheckCall.of("future");
      case FUTURE_OR_PRESENT -> CheckCall.of("futureOrPresent");
    };
  }

  /** What data can say of one. */
  List<Constraint> limits(Says says) {
    return switch (this) {
      case NOT_NULL -> List.of();
      case NOT_BLANK -> List.of(Constraint.notBlank());
      case NOT_EMPTY -> List.of(Constraint.notEmpty());
      case SIZE -> List.of(Constraint.size(says.number("min"), says.number("max")));
      case MIN -> List.of(Constraint.atLeast(says.text("value")));
      case MAX -> List.of(Constraint.atMost(says.text("value")));
      case POSITIVE -> List.of(Constraint.above("0"));
      case POSITIVE_OR_ZERO -> List.of(Constraint.atLeast("0"));
      case NEGATIVE -> List.of(Constraint.below("0"));
      case NEGATIVE_OR_ZERO -> List.of(Constraint.atMost("0"));
      case DECIMAL_MIN ->
          List.of(
              says.is("inclusive")
                  ? Constraint.atLeast(says.decimalText("value"))
                  : Constraint.above(says.decimalText("value")));
      case DECIMAL_MAX ->
          List.of(
              says.is("inclusive")
                  ? Constraint.atMost(says.decimalText("value"))
                  : Constraint.below(says.decimalText("value")));
      case DIGITS -> List.of(Constraint.digits(says.number("integer"), says.number("fraction")));
      case PATTERN -> List.of(Constraint.matches(says.flags() + says.text("regexp")));
      case EMAIL ->
          matchesAll(says)
              ? List.of(Constraint.email())
              : List.of(Constraint.email(), Constraint.matches(says.flags() + says.text("regexp")));
      case NULL -> List.of(Constraint.isNull());
      case ASSERT_TRUE -> List.of(Constraint.is(true));
      case ASSERT_FALSE -> List.of(Constraint.is(false));
      case PAST -> List.of(Constraint.said("Must be in the past."));
      case PAST_OR_PRESENT -> List.of(Constraint.said("Must not be in the future."));
      case FUTURE -> List.of(Constraint.said("Must be in the future."));
      case FUTURE_OR_PRESENT -> List.of(Constraint.said("Must not be in the past."));
    };
  }

  /** Whether it lets no default of a right type pass, or not this one, beside its limits. */
  public boolean refuses(String text, Instant now) {
    return switch (this) {
      case EMAIL -> !EmailAddress.isValid(text);
      case PAST -> order(text, now).filter(order -> order >= 0).isPresent();
      case PAST_OR_PRESENT -> order(text, now).filter(order -> order > 0).isPresent();
      case NULL, FUTURE, FUTURE_OR_PRESENT -> true;
      default -> false;
    };
  }

  private static boolean matchesAll(Says says) {
    return says.text("regexp").isEmpty() || says.text("regexp").equals(".*");
  }

  /** How a time compares to now: as at run time. */
  private static Optional<Integer> order(String text, Instant now) {
    return DefaultText.time(text).map(each -> TimeOrder.compare(each, now));
  }
}
