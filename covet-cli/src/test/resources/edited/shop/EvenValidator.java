package shop;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

public final class EvenValidator implements ConstraintValidator<Even, Integer> {
  @Override
  public boolean isValid(Integer value, ConstraintValidatorContext context) {
    return value % 2 == 0;
  }
}
