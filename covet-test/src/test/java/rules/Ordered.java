package rules;

import dev.covet.api.Changes;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** A span that ends after it begins. */
@Constraint(validatedBy = {Ordered.OfSpan.class, Ordered.OfChanges.class})
@interface Ordered {
  String message() default "must end after {from}";

  String from() default "it begins";

  String hint() default "{from}";

  /** Tells it of the end. */
  final class OfSpan implements ConstraintValidator<Ordered, Accounts.Span> {
    @Override
    public boolean isValid(Accounts.Span span, ConstraintValidatorContext context) {
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(
              context.getDefaultConstraintMessageTemplate()
                  + ", or after {from} ${to} {hint} \\{hint}")
          .addPropertyNode("to")
          .addConstraintViolation();
      return span.to() > span.from();
    }
  }

  /** Changes in which one of the two stays. */
  final class OfChanges implements ConstraintValidator<Ordered, Changes<Accounts.Span>> {
    @Override
    public boolean isValid(Changes<Accounts.Span> span, ConstraintValidatorContext context) {
      return span.present().cardinality() < 2;
    }
  }
}
