package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value class: a record of one component, which to clients, in the database and in the document
 * is what that component is, with its constraints.
 *
 * <pre>{@code
 * @Scalar record Slug(@Pattern(regexp = "[a-z0-9-]{1,60}") String value) {}
 * }</pre>
 *
 * <p>The component is a number, a text, a time or another scalar that is never null. It stands
 * where a scalar does: in JSON, in a path, a query or a header, as a column, as a setting.
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
public @interface Scalar {}
