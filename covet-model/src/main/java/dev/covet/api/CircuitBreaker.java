package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refuses calls with 503 for a while once many have failed: of at least 20 calls within 10 seconds.
 * Then 3 calls are let through, and what becomes of them decides. On a class all its routes share
 * it, but for those that have one of their own. Needs {@code covet-resilience}.
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
public @interface CircuitBreaker {
  /** The share of failures that opens it, in percent; 1 to 100. */
  int failurePercent() default 50;

  /** How long it stays open, in seconds, at least 1. */
  int openSeconds() default 30;
}
