package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code @Client} interface one of calls that go to addresses which clients have named: the
 * first parameter of each method is the address.
 *
 * <pre>{@code
 * @Webhook
 * @Client
 * interface OrderHooks {
 *   @Post
 *   void paid(URI url, Order order);
 * }
 * }</pre>
 *
 * <p>An app that adds the interface lists its methods under the webhooks of its OpenAPI document;
 * {@link Callback} lists them under an operation. What is sent is what our responses have: all but
 * {@link WriteOnly} components. What cannot be called safely is not: an address must be one of
 * https, of the public Internet, or {@link BadRequest} is thrown.
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
public @interface Webhook {}
