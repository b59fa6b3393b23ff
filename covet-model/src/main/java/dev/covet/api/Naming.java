package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how names of components and parameters are written outside.
 *
 * <p>On a record, an enum, a route class, or a package and those below it; the nearest wins. It
 * reaches JSON names, query names and path variables. Header names are always Train-Case. The
 * constants of an enum change only when it stands on the enum itself.
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
public @interface Naming {
  /** The case of the names. */
  Case value();
}
