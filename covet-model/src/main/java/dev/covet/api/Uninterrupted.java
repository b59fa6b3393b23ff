package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the handler of a route, or those of all routes of a class, run to its end even if its client
 * leaves: it is not interrupted for that. If the client has left before the handler begins, it does
 * not begin. The time that a handler may take holds for it, as for any other.
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
public @interface Uninterrupted {}
