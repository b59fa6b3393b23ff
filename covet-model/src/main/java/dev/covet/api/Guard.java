package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a class decide who may call a route, all routes of a class, or all that carry an annotation.
 * A guard has one method that returns nothing: its parameters are bound as those of a handler
 * without a body, and what it throws is the answer. Guards run behind the middleware of app and
 * routers, before the handler's own parameters are bound.
 *
 * <pre>{@code
 * final class StaffOnly {
 *   void check(@Header("X-Staff") Secret key) throws Forbidden { ... }
 * }
 * }</pre>
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
public @interface Guard {
  /** The guards, the first one first; none on a guard that only a router's guard(...) names. */
  Class<?>[] value() default {};
}
