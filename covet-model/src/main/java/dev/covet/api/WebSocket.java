package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a {@link Routes} class talk over a WebSocket (RFC 6455): it takes one {@code
 * Socket<I, O>} beside what any other route takes, and returns nothing.
 *
 * <p>The opening handshake is a request as any other: guards, sign-in, limits and values that are
 * bound refuse it by an ordinary answer. When the method returns, the socket is closed with 1000;
 * when it throws an error of the API, with 1008 behind that error; when it fails, with 1011.
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
public @interface WebSocket {
  /**
   * The path under the class's own, such as {@code "/{room}"}; empty for the class's path itself. A
   * variable stands for one whole segment, {@code {rest...}} for all that follow.
   */
  String value() default "";
}
