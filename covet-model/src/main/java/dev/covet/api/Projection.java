package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a view of a table's rows, together with rows of other tables that belong to them.
 *
 * <p>A component is a column of the table, by its name; the whole row, {@link Flatten}ed; the row
 * that a {@link References} column refers to ({@code team} follows {@code teamId}); the list of
 * rows that refer to this one, or the one row if its column is {@link Unique}; the list of rows
 * behind a table between ({@link Via}); or the number of rows that refer to this one ({@link
 * CountOf}). Reading takes a fixed number of statements, however many rows there are.
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
public @interface Projection {
  /** The record of the table whose rows are seen. */
  Class<?> value();
}
