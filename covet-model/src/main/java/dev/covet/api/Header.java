package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a value comes from a header field.
 *
 * <p>On a record: a parameter of that type is a group of header fields, one for each component.
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
public @interface Header {
  /**
   * The name that the client uses; empty for the parameter's own in Train-Case: {@code userAgent}
   * reads {@code User-Agent}.
   */
  String value() default "";
}
