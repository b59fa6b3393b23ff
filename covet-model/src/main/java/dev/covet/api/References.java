package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a component holds the key of a row in another table, or of the same one: a foreign key.
 *
 * <p>A key that no row has is refused with 409. The column has an index.
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
public @interface References {
  /** The record of the table that is referred to. */
  Class<?> value();

  /** What happens to this row when the one that it refers to is deleted. */
  OnDelete onDelete() default OnDelete.REFUSE;
}
