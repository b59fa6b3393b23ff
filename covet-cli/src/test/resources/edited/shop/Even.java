package shop;

import jakarta.validation.Constraint;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = EvenValidator.class)
public @interface Even {
  String message() default "must be even";
}
