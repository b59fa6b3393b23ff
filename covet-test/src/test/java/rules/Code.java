package rules;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A title that is also a word: told as one problem, whatever is wrong. */
@Title
@Pattern(regexp = "[a-z]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@interface Code {
  String message() default "must be a word";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
