package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Groups a route, or all of a class, in the documents. */
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
public @interface Tag {
  /** The group's name; without the annotation it is the class's simple name. */
  String value();

  /**
   * What the documents say of the group, in Markdown; on a class it is otherwise the class's
   * Javadoc. Of several the first counts.
   */
  String description() default "";
}
