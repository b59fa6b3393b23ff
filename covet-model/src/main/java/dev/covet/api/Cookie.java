package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a value comes from a cookie, decoded as {@link SetCookie} encodes it.
 *
 * <p>On a record: a parameter of that type is a group of cookies, one for each component.
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
public @interface Cookie {
  /**
   * The name of the cookie, a token; empty for the parameter's own, by the class's {@link Naming}.
   */
  String value() default "";
}
