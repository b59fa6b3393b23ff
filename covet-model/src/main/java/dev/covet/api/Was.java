package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a table, or the column of a component, was called before, so that {@code migrate --new}
 * renames it with all that is in it, instead of dropping it and adding another. It may stay as long
 * as there are databases that have the former name; where there are none, it does nothing.
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
public @interface Was {
  /** The former name: in SQL, such as {@code "secret_name"}, or in Java, {@code "secretName"}. */
  String value();
}
