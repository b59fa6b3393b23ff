package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only those call a route, or all routes of a class, who are signed in and have all of these
 * scopes; others are answered 401 or 403. The scopes are those that the {@link Principal} has as
 * {@link Scoped}. Those of a class and of its method are all asked for.
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
public @interface Scopes {
  /** The scopes, {@code "tasks:write"}. */
  String[] value();
}
