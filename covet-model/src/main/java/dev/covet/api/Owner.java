package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the component of a {@link Table} that says whose a row is. {@code insert} sets it to what
 * the {@link Id} of the {@link Principal} holds, and the {@code Session} of a request sees and
 * changes only rows of that owner; references it writes lead to no others. Clients see it, and
 * never set it.
 *
 * <p>In an app in which two principals have an {@code @Id}, it names who may own the rows:
 * {@code @Owner(Person.class)}. To the others they are not there.
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
public @interface Owner {
  /**
   * The principals that own the rows; none means the one that has an {@code @Id}. Two mean that one
   * id is one owner, as where an API key stands for a user.
   */
  Class<?>[] value() default {};
}
