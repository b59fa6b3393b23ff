package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the table between two others, for a list in a projection: {@code @Via(TaskTag.class)
 * List<Tag> tags} in a projection of {@code Task} are the tags that rows of {@code TaskTag} refer
 * to, which refer to the task as well. {@link By} names the column of that table which refers to
 * the projection's own row, where both refer to one table.
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
public @interface Via {
  /** The record of the table between. */
  Class<?> value();
}
