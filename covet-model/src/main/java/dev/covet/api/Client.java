package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface the client of another service: whoever asks for it as for a service gets a
 * class that is written for it.
 *
 * <pre>{@code
 * @Client("https://api.github.com")
 * interface GitHub {
 *   @Get("/users/{login}")
 *   GitHubUser user(String login) throws NotFound;
 * }
 * }</pre>
 *
 * <p>The annotations of a route mean the same, seen by the caller: parameters are sent in the path,
 * the query, headers, cookies, a form or the body; the answer is read and checked; an error that
 * {@code throws} names is thrown, by its status and code, and any other is an {@link
 * UpstreamError}. A setting, {@code GIT_HUB_URL}, overrides the address.
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
public @interface Client {
  /**
   * The address of the service, which begins with {@code https://} or {@code http://}; none for a
   * {@link Webhook}, whose address each call says.
   */
  String value() default "";
}
