package rules;

import jakarta.validation.Constraint;
import java.lang.annotation.Repeatable;

/** A number of a bank account, as far as a test needs it. */
@Repeatable(Iban.List.class)
@Constraint(validatedBy = IbanValidator.class)
public @interface Iban {
  String message() default "must be an IBAN of {length} characters";

  int length() default 22;

  String[] countries() default {"DE", "AT"};

  /** Several on one value. */
  @interface List {
    Iban[] value();
  }
}
