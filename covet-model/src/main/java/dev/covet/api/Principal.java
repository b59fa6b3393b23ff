package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that says who sends a request. A parameter of its type, of a handler, a guard or a
 * provider, needs a sign-in, and a request without one is answered 401 before anything else of it
 * is read; one of {@code Optional} of it, under {@link Public}, takes what there is. It is made
 * once for a request, by what a plugin installs or by a provider of its own. What its {@link Id}
 * holds is the owner of rows that it inserts ({@link Owner}).
 *
 * <pre>{@code
 * @Principal
 * record Me(@Id long id, String name, Set<Role> roles) {}
 * }</pre>
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
public @interface Principal {}
