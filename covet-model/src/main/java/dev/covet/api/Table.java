package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record the row of a table: one row, one value; one component, one column.
 *
 * <p>Names in SQL are the Java names in snake case, unless this or {@link Column} says otherwise.
 * At least one component is the key, {@link Id}. Every row that a session writes keeps the record's
 * constraints.
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
public @interface Table {
  /** The table's name in SQL; empty for the record's own in snake case. */
  String value() default "";
}
