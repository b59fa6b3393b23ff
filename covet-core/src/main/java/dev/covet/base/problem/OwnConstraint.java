package dev.covet.base.problem;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ValidationException;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A constraint of the program's own where it stands: its validator with what the annotation says,
 * or several constraints that are told as one. Thread-safe if the validator is.
 *
 * @param <T> what it limits
 */
public final class OwnConstraint<T> {
  private final String code;
  private final String message;
  private final Map<String, String> says;
  private final Check<T> check;

  private OwnConstraint(String code, String message, Map<String, String> says, Check<T> check) {
    this.code = code;
    this.message = message;
    this.says = Map.copyOf(says);
    this.check = check;
  }

  private interface Check<T> {
    void check(OwnConstraint<T> constraint, Place at, T value);
  }

  /**
   * A validator, made and initialized once. If that fails, each check does.
   *
   * @param code of its problems
   * @param message what a client is told unless the validator says something else
   */
  public static <A extends Annotation, T> OwnConstraint<T> of(
      String code,
      String message,
      Supplier<? extends ConstraintValidator<A, ? super T>> validator,
      A annotation) {
    var name = "@" + annotation.annotationType().getName();
    return new OwnConstraint<>(code, message, Map.of(), check(name, validator, annotation));
  }

  private static <A extends Annotation, T> Check<T> check(
      String name, Supplier<? extends ConstraintValidator<A, ? super T>> make, A annotation) {
    try {
      var validator = make.get();
      validator.initialize(annotation);
      return (constraint, at, value) -> constraint.ask(name, validator, at, value);
    } catch (RuntimeException e) {
      return (_, _, _) -> {
        throw new ValidationException("The validator of " + name + " could not be made", e);
      };
    }
  }

  /**
   * Several constraints whose problems are one.
   *
   * @param parts adds a problem for each that is broken
   */
  public static <T> OwnConstraint<T> single(
      String code, String message, BiConsumer<Place, T> parts) {
    return new OwnConstraint<>(
        code,
        message,
        Map.of(),
        (_, at, value) -> {
          var counted = new CountedPlace(at);
          parts.accept(counted, value);
          if (counted.problemCount() > 0) at.problem(code, message);
        });
  }

  /** This, where a message of the validator's has {@code value} in the place of {@code {name}}. */
  public OwnConstraint<T> with(String name, String value) {
    var more = new HashMap<>(says);
    more.put(name, value);
    return new OwnConstraint<>(code, message, more, check);
  }

  /**
   * Adds the problems of a value.
   *
   * @throws ValidationException if the validator throws, which is a fault of the program's
   */
  public void check(Place at, T value) {
    check.check(this, at, value);
  }

  private <A extends Annotation> void ask(
      String name, ConstraintValidator<A, ? super T> validator, Place at, T value) {
    var context = new AskedContext(at, code, message, says);
    boolean isValid;
    try {
      isValid = validator.isValid(value, context);
    } catch (RuntimeException e) {
      throw new ValidationException(
          "The validator %s of %s failed".formatted(validator.getClass().getName(), name), e);
    }
    if (!isValid) context.tell();
  }
}
