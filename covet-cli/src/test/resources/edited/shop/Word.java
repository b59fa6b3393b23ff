package shop;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Size(max = 9)
@Constraint(validatedBy = {})
public @interface Word {}
