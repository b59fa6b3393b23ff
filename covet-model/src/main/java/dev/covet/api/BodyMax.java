package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the longest body that a route, or all of a class, takes; a longer one is answered 413. It is
 * the only limit of a body that is an {@code InputStream}.
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
public @interface BodyMax {
  /** The limit in bytes, at least 1. */
  long value();
}
