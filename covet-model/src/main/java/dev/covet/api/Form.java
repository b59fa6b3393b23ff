package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a value is a field of the form that is the body of the request, {@code
 * application/x-www-form-urlencoded} in UTF-8.
 *
 * <p>On a record: a parameter of that type is a group of fields, one for each component. Together
 * with {@link Body} the body may be either, a form or JSON.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.RECORD_COMPONENT,
  ElementType.PACKAGE
})
public @interface Form {
  /** The name of the field; empty for the parameter's own, by the class's {@link Naming}. */
  String value() default "";
}
