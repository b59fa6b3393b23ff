package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a client send what it knows of an answer, on a route or on all routes of a class (RFC 9110,
 * 13).
 *
 * <p>What reads says an {@code ETag}, and answers 304 to a client that has that already ({@code
 * If-None-Match}). It is made of the content; before that stands the {@link Version} where the
 * answer is a row that has one, or a projection with that row or with the column of its version.
 *
 * <p>What writes has to be told by {@code If-Match} which state the client has seen: else it is
 * 428. The handler takes that as an {@code IfMatch}, and gives its {@code version()} to {@code
 * db.update(TASK, id, changes, version)} or {@code db.replace}: another state is 412, and nothing
 * is written. A row that a {@code PATCH} answers says its next {@code ETag}. A {@code POST} of a
 * class is left as it is, unless its method says this.
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
public @interface Conditional {}
