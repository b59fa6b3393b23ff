package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Does again what failed: an answer of 500 to 504, or an exception, but not one by which a client
 * is told that it erred. Waits a random time between attempts, longer each time. At most a tenth of
 * all calls are repeated, so that a broken neighbor is not flooded. On a POST or a PATCH only
 * together with {@link Idempotent}. Needs {@code covet-resilience}.
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
public @interface Retry {
  /** Most attempts, with the first one; 2 to 10. */
  int attempts() default 3;
}
