package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a column an index, so that searching and sorting by it stays quick in a large table; on a
 * record, several columns together.
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
@Repeatable(Index.All.class)
public @interface Index {
  /**
   * On a record, names of components, in the order of the index: {@code @Index({"teamId",
   * "name"})}. Empty on a component.
   */
  String[] value() default {};

  /**
   * On a record, the name of a component: only rows in which it is null count, such as {@code
   * "deletedAt"}.
   */
  String whereNull() default "";

  /** Several on one record. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface All {
    /** Each of them. */
    Index[] value();
  }
}
