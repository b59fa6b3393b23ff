package rules;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;

/** A shape without corners, or a number of a vehicle that ends as it begins. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = {Round.OfShape.class, Round.OfVin.class, Round.OfList.class})
@interface Round {
  String message() default "must be round";

  /** Of a sealed type. */
  final class OfShape implements ConstraintValidator<Round, Accounts.Shape> {
    @Override
    public boolean isValid(Accounts.Shape shape, ConstraintValidatorContext context) {
      return shape instanceof Accounts.Circle;
    }
  }

  /** Of a list, which ends as it begins. */
  final class OfList implements ConstraintValidator<Round, List<?>> {
    @Override
    public boolean isValid(List<?> values, ConstraintValidatorContext context) {
      return values.getFirst().hashCode() == values.getLast().hashCode();
    }
  }

  /** Of a record that is one text to everybody else. */
  final class OfVin implements ConstraintValidator<Round, Accounts.Vin> {
    @Override
    public boolean isValid(Accounts.Vin vin, ConstraintValidatorContext context) {
      return vin.text().charAt(0) == vin.text().charAt(vin.text().length() - 1);
    }
  }
}
