package kinds;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** A part of a dozen. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = Twelve.Validator.class)
@interface Twelve {
  String message() default "must divide {of}";

  int of() default 12;

  /** Checks numbers. */
  final class Validator implements ConstraintValidator<Twelve, Integer> {
    private int of;

    @Override
    public void initialize(Twelve twelve) {
      of = twelve.of();
    }

    @Override
    public boolean isValid(Integer value, ConstraintValidatorContext context) {
      return value == null || (value != 0 && of % value == 0);
    }
  }
}
