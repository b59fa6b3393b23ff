package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an added class that finds out whether something is well that the app needs.
 * What it throws means that it is not: {@code /health} then answers 503. It returns nothing.
 *
 * <p>The class needs no {@link Routes}; the method is like one with {@link OnStart}: static, or of
 * the one instance that the app makes, and its parameters are services, such as a {@code Session}.
 * It is asked at most once a second, and has to answer within the setting {@code
 * healthCheckSecondsMax}.
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
public @interface HealthCheck {
  /** What the log calls it, such as {@code github}; each of an app has another. */
  String value();
}
