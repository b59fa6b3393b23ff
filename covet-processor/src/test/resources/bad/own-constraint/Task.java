package tasks;

import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Routes;
import dev.covet.api.Scalar;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;

@Model
record Task(
    @Large String number, // error: COV-105 @Max of @Large does not apply to java.lang.String
    @Title(message = "x") String titled, // error: COV-112 The message of @Title is never shown
    @Word(message = "at {most}") String word, // error: COV-112 the placeholder {most}
    @Nothing String nothing, // error: COV-105 @Nothing checks nothing: it has no validator
    @Circle String circle, // error: COV-105 @Round is composed of itself
    @Short int number2, // error: COV-105 @Short has no validator for Integer
    List<List<@Short Integer>> deep, // error: COV-105 @Short has no validator for Integer
    Box<@Short Long> box, // error: COV-105 @Short has no validator for Long
    @Short Vin vin, // error: COV-105 @Short has no validator for Task.Vin
    List<@Short Long> numbers, // error: COV-105 @Short has no validator for Long
    @Two String two, // error: COV-105 @Two has several validators for String
    @Abstract String abstracted, // error: COV-105 The validator OfAbstract of @Abstract cannot be made
    @Asking String asking, // error: COV-105 The validator OfAsking of @Asking cannot be made
    @Hidden String hidden, // error: COV-105 What @Hidden says cannot be written for its validator
    @Noted String noted, // error: COV-105 What @Noted says cannot be written for its validator
    @Setting String setting, // error: COV-105 An attribute of @Short is overridden
    @Short(groups = Task.class) String grouped, // error: COV-105 @Short belongs to a group
    @Large @Min(9) int large, // error: COV-105 No value satisfies both @Min and @Max
    @Short String right) {

  @Model
  @Any // error: COV-105 @Any on the record Marked is not checked
  record Marked(int size) {}

  record Box<T>(T value) {}

  @Scalar
  record Vin(String text) {}

  @NotBlank
  @Size(max = 80)
  @Constraint(validatedBy = {})
  @interface Title {
    String message() default "";
  }

  @Title
  @ReportAsSingleViolation
  @Constraint(validatedBy = {})
  @interface Word {
    String message() default "must be a word";
  }

  @jakarta.validation.constraints.Max(3)
  @Constraint(validatedBy = {})
  @interface Large {}

  @Constraint(validatedBy = {})
  @interface Nothing {}

  @Round
  @Constraint(validatedBy = {})
  @interface Circle {}

  @Round
  @Constraint(validatedBy = {})
  @interface Round {}

  @Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
  @Constraint(validatedBy = OfShort.class)
  @interface Short {
    String message() default "is long";

    int most() default 3;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @Short
  @Constraint(validatedBy = {})
  @interface Setting {
    @OverridesAttribute(constraint = Short.class)
    int most() default 4;
  }

  @Constraint(validatedBy = {OfTwo.class, OfOther.class})
  @interface Two {}

  @Constraint(validatedBy = OfAbstract.class)
  @interface Abstract {}

  @Constraint(validatedBy = OfAsking.class)
  @interface Asking {}

  @Constraint(validatedBy = OfHidden.class)
  private @interface Hidden {}

  @Constraint(validatedBy = OfNoted.class)
  @interface Noted {
    Deprecated value() default @Deprecated;
  }

  static final class OfShort implements ConstraintValidator<Short, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return value.length() < 4;
    }
  }

  static final class OfTwo implements ConstraintValidator<Two, CharSequence> {
    @Override
    public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
      return true;
    }
  }

  static final class OfOther implements ConstraintValidator<Two, Serializable> {
    @Override
    public boolean isValid(Serializable value, ConstraintValidatorContext context) {
      return true;
    }
  }

  abstract static class OfAbstract implements ConstraintValidator<Abstract, String> {}

  static final class OfAsking implements ConstraintValidator<Asking, String> {
    OfAsking(int number) {}

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return true;
    }
  }

  static final class OfHidden implements ConstraintValidator<Hidden, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return true;
    }
  }

  static final class OfNoted implements ConstraintValidator<Noted, String> {
    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
      return true;
    }
  }

  @Routes("/tasks")
  static final class Tasks {
    @Get
    int list(
        Optional<@Short String> right,
        Optional<@Short Integer> number, // error: COV-105 @Short has no validator for Integer
        @Any Optional<String> page) { // error: COV-105 @Any does not apply to an Optional
      return 1;
    }

    @Get("/text")
    @Short // error: COV-105 @Short is never checked here
    String text() {
      return "";
    }
  }

  @Constraint(validatedBy = OfAny.class)
  @interface Any {}

  static final class OfAny implements ConstraintValidator<Any, Object> {
    @Override
    public boolean isValid(Object value, ConstraintValidatorContext context) {
      return true;
    }
  }
}
