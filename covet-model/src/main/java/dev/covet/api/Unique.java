package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets no two rows of a table hold the same value here; a second one is a 409 that names the field.
 *
 * <p>Any number of rows may hold null. The column has an index. On a record: no two rows hold the
 * same in all of the components that it names.
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
@Repeatable(Unique.All.class)
public @interface Unique {
  /**
   * On a record, names of components, in the order of the index: {@code @Unique({"teamId",
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
    Unique[] value();
  }
}
