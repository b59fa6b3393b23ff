package rules;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A title: composed of two others, the length and the message of one of which it sets. */
@NotBlank
@Size(message = "never shown")
@Constraint(validatedBy = {})
public @interface Title {
  @OverridesAttribute(constraint = Size.class, name = "max")
  int longest() default 10;

  @OverridesAttribute(constraint = Size.class, name = "message")
  String tooLong() default "a title has at most {max} characters";
}
