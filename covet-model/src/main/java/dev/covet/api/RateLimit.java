package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a client send so many requests in a time, and answers further ones 429 with {@code
 * Retry-After}. A client is the principal of the request, else its address. On a class all its
 * routes share the limit, but for those that have one of their own. Several on one place all hold.
 * Needs {@code covet-resilience}.
 */
@Documented
@Repeatable(RateLimit.All.class)
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
public @interface RateLimit {
  /** Requests in each period, at least 1. */
  int requests();

  /** The period in seconds, at least 1. */
  int perSeconds();

  /** Several limits of one place. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface All {
    /** The limits; all of them hold. */
    RateLimit[] value();
  }
}
