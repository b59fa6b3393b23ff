package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a {@link Routes} class answer DELETE requests.
 *
 * <p>The method's parameters, result and {@code throws} are the operation's contract.
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
public @interface Delete {
  /**
   * The path under the class's own, such as {@code "/{id}"}; empty for the class's path itself. A
   * variable stands for one whole segment, {@code {rest...}} for all that follow.
   */
  String value() default "";
}
