package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts the changes of a row: 0 in a new one, one more after each {@code update}, {@code replace}
 * or {@code save}.
 *
 * <p>Clients see it and never set it. {@code db.replace(TASK, id, task, version)} and {@code
 * db.update(TASK, id, changes, version)} write only a row that still has that version; otherwise
 * they throw {@link Conflict}, so that nobody writes over a change that he has not seen. The
 * component is a {@code long}.
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
public @interface Version {}
