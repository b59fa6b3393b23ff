package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a route that its request names the address at which the methods of a {@link Webhook} are
 * called later; the OpenAPI document lists them under the callbacks of its operation. The address
 * is the one {@code java.net.URI} of the request: in the body, the query, a header or the path.
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
public @interface Callback {
  /** The interface with {@code @Webhook}. */
  Class<?> value();

  /**
   * Which value is the address, where there are several or it is a text: a parameter or a component
   * of the body by its name in Java, {@code "callbackUrl"}, or {@code "payment.callbackUrl"} of one
   * within another.
   */
  String at() default "";
}
