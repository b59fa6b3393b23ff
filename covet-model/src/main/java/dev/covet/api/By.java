package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column with {@link References} that a component of a projection follows, where several
 * refer to one table: {@code @By("fromId") List<Transfer> outgoing}, {@code @By("toId") Account
 * receiver}.
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
public @interface By {
  /**
   * The component's name in its record: for a list, of the table that the list's rows are in; for
   * one row, of the projection's own table.
   */
  String value();
}
