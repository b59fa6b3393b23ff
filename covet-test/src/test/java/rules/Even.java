package rules;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;

/** An even number, or as many elements. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = {Even.OfNumber.class, Even.OfLong.class, Even.OfList.class})
@interface Even {
  /** Any number. */
  final class OfNumber implements ConstraintValidator<Even, Number> {
    @Override
    public boolean isValid(Number value, ConstraintValidatorContext context) {
      return value.intValue() % 2 == 0;
    }
  }

  /** A long, for which this one is nearer. */
  final class OfLong implements ConstraintValidator<Even, Long> {
    @Override
    public boolean isValid(Long value, ConstraintValidatorContext context) {
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate("long and odd").addConstraintViolation();
      return value % 2 == 0;
    }
  }

  /** A list, whose last element is one too many. */
  final class OfList implements ConstraintValidator<Even, List<?>> {
    @Override
    public boolean isValid(List<?> value, ConstraintValidatorContext context) {
      context
          .buildConstraintViolationWithTemplate("is one too many")
          .addBeanNode()
          .inIterable()
          .atIndex(value.size() - 1)
          .addConstraintViolation();
      return value.size() % 2 == 0;
    }
  }
}
