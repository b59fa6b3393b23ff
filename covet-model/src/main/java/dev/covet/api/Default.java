package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a value to what the client leaves out.
 *
 * <p>Alone it is the empty value of the type: an empty text, list or set.
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
public @interface Default {
  /** Says that the empty value is meant, which no text can say for a list. */
  String EMPTY = "\0";

  /** The value as text, as a client would write it in a query; read while compiling. */
  String value() default EMPTY;
}
