package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says with each success of a route, or of all routes of a class that read, for how long who may
 * keep it: the value of {@code Cache-Control} (RFC 9111, 5.2.2). What keeps nothing, such as {@code
 * no-store}, a class says of those that write, too. What a handler says itself stays, and so does
 * what is said of errors: nobody keeps them.
 *
 * <p>Without it an answer is asked for anew each time, and one to credentials is kept by its client
 * alone.
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
public @interface CacheControl {
  /** The value, such as {@code "public, max-age=60"}. */
  String value();
}
