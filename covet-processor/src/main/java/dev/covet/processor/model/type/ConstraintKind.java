package dev.covet.processor.model.type;

import dev.covet.processor.model.type.CheckCall.Argument;
import dev.covet.schema.EmailAddress;
import dev.covet.schema.Limit;
import dev.covet.schema.TimeOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The constraints of Jakarta Validation that Covet checks, one in each row: the annotation, what it
 * limits, the method of {@code base.problem.Constraints} that checks it (which has its code and its
 * text), and what documents, defaults and tables know of it. Everything else reads this table.
 */
public enum ConstraintKind {
  /** Not null; what is not {@code @Nullable} needs no such constraint. */
  NOT_NULL("NotNull", ConstraintFit.ANYTHING, _ -> CheckCall.NONE, _ -> List.of(), (_, _) -> false),

  /** A text with something else than white space. */
  NOT_BLANK("NotBlank", ConstraintFit.TEXT, _ -> CheckCall.of("notBlank"), _ -> Limit.notBlank()),

  /** A text, a list, a set, a map or an array that is not empty. */
  NOT_EMPTY("NotEmpty", ConstraintFit.SIZED, _ -> CheckCall.of("notEmpty"), _ -> Limit.notEmpty()),

  /** Length of a text in characters or number of elements, both ends allowed. */
  SIZE(
      "Size",
      ConstraintFit.SIZED,
      says -> CheckCall.of("size", says.whole("min"), says.whole("max")),
      says -> Limit.size(says.number("min"), says.number("max"))),

  /** A number at least this. */
  MIN(
      "Min",
      ConstraintFit.NUMBER,
      says -> CheckCall.of("min", says.whole("value")),
      says -> Limit.atLeast(says.text("value"))),

  /** A number at most this. */
  MAX(
      "Max",
      ConstraintFit.NUMBER,
      says -> CheckCall.of("max", says.whole("value")),
      says -> Limit.atMost(says.text("value"))),

  /** A number above zero. */
  POSITIVE("Positive", ConstraintFit.NUMBER, _ -> CheckCall.of("positive"), _ -> Limit.above("0")),

  /** A number not below zero. */
  POSITIVE_OR_ZERO(
      "PositiveOrZero",
      ConstraintFit.NUMBER,
      _ -> CheckCall.of("min", new Argument.Whole(0)),
      _ -> Limit.atLeast("0")),

  /** A number below zero. */
  NEGATIVE("Negative", ConstraintFit.NUMBER, _ -> CheckCall.of("negative"), _ -> Limit.below("0")),

  /** A number not above zero. */
  NEGATIVE_OR_ZERO(
      "NegativeOrZero",
      ConstraintFit.NUMBER,
      _ -> CheckCall.of("max", new Argument.Whole(0)),
      _ -> Limit.atMost("0")),

  /** A number at least (or above, if not inclusive) this decimal number. */
  DECIMAL_MIN(
      "DecimalMin",
      ConstraintFit.NUMBER,
      says ->
          CheckCall.of(says.is("inclusive") ? "decimalMin" : "decimalAbove", says.decimal("value")),
      says ->
          says.is("inclusive")
              ? Limit.atLeast(says.decimalText("value"))
              : Limit.above(says.decimalText("value"))),

  /** A number at most (or below, if not inclusive) this decimal number. */
  DECIMAL_MAX(
      "DecimalMax",
      ConstraintFit.NUMBER,
      says ->
          CheckCall.of(says.is("inclusive") ? "decimalMax" : "decimalBelow", says.decimal("value")),
      says ->
          says.is("inclusive")
              ? Limit.atMost(says.decimalText("value"))
              : Limit.below(says.decimalText("value"))),

  /** A number of at most so many digits before and after the point. */
  DIGITS(
      "Digits",
      ConstraintFit.NUMBER,
      says -> CheckCall.of("digits", says.whole("integer"), says.whole("fraction")),
      says -> Limit.digits(says.number("integer"), says.number("fraction"))),

  /** A text that the whole expression matches; flags go before it: {@code (?i)}. */
  PATTERN(
      "Pattern",
      ConstraintFit.TEXT,
      says -> CheckCall.of("pattern", new Argument.Regex(says.flags() + says.text("regexp"))),
      says -> Limit.matches(says.flags() + says.text("regexp"))),

  /** A text that is an address of e-mail, and that a further expression matches, if it has one. */
  EMAIL(
      "Email",
      ConstraintFit.TEXT,
      says ->
          matchesAll(says)
              ? CheckCall.of("email")
              : CheckCall.of("email", new Argument.Regex(says.flags() + says.text("regexp"))),
      says ->
          matchesAll(says)
              ? List.of(Limit.email())
              : List.of(Limit.email(), Limit.matches(says.flags() + says.text("regexp"))),
      (text, _) -> !EmailAddress.isValid(text)),

  /** Nothing but null. */
  NULL(
      "Null",
      ConstraintFit.REFERENCE,
      _ -> CheckCall.of("isNull"),
      _ -> List.of(Limit.isNull()),
      (_, _) -> true),

  /** The boolean that is true: a consent. */
  ASSERT_TRUE(
      "AssertTrue", ConstraintFit.BOOLEAN, _ -> CheckCall.of("isTrue"), _ -> Limit.is(true)),

  /** The boolean that is false. */
  ASSERT_FALSE(
      "AssertFalse", ConstraintFit.BOOLEAN, _ -> CheckCall.of("isFalse"), _ -> Limit.is(false)),

  /** Before now, or before today. */
  PAST(
      "Past",
      ConstraintFit.TIME,
      _ -> CheckCall.of("past"),
      _ -> List.of(Limit.said("Must be in the past.")),
      (text, now) -> order(text, now).filter(order -> order >= 0).isPresent()),

  /** Not after now, or not after today. */
  PAST_OR_PRESENT(
      "PastOrPresent",
      ConstraintFit.TIME,
      _ -> CheckCall.of("pastOrPresent"),
      _ -> List.of(Limit.said("Must not be in the future.")),
      (text, now) -> order(text, now).filter(order -> order > 0).isPresent()),

  /** After now, or after today: what is written once is passed some day. */
  FUTURE(
      "Future",
      ConstraintFit.TIME,
      _ -> CheckCall.of("future"),
      _ -> List.of(Limit.said("Must be in the future.")),
      (_, _) -> true),

  /** Not before now, or not before today. */
  FUTURE_OR_PRESENT(
      "FutureOrPresent",
      ConstraintFit.TIME,
      _ -> CheckCall.of("futureOrPresent"),
      _ -> List.of(Limit.said("Must not be in the past.")),
      (_, _) -> true);

  private final String annotation;
  private final ConstraintFit fit;
  private final Function<Says, CheckCall> check;
  private final Function<Says, List<Limit>> limits;
  private final BiPredicate<String, Instant> refuses;

  /** One with a single limit, which refuses nothing besides. */
  ConstraintKind(
      String annotation,
      ConstraintFit fit,
      Function<Says, CheckCall> check,
      Function<Says, Limit> limit) {
    this(annotation, fit, check, says -> List.of(limit.apply(says)), (_, _) -> false);
  }

  ConstraintKind(
      String annotation,
      ConstraintFit fit,
      Function<Says, CheckCall> check,
      Function<Says, List<Limit>> limits,
      BiPredicate<String, Instant> refuses) {
    this.annotation = annotation;
    this.fit = fit;
    this.check = check;
    this.limits = limits;
    this.refuses = refuses;
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
    return check.apply(says);
  }

  /** What data can say of one. */
  List<Limit> limits(Says says) {
    return limits.apply(says);
  }

  /** Whether it lets no default of a right type pass, or not this one, beside its limits. */
  public boolean refuses(String text, Instant now) {
    return refuses.test(text, now);
  }

  private static boolean matchesAll(Says says) {
    return says.text("regexp").isEmpty() || says.text("regexp").equals(".*");
  }

  /** How a time compares to now: as at run time. */
  private static Optional<Integer> order(String text, Instant now) {
    return DefaultText.time(text).map(each -> TimeOrder.compare(each, now));
  }
}
