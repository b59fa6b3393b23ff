package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL that a method of an interface runs: {@code @Sql("select name from hero where age > :age")
 * List<HeroName> olderThan(int age)}. Whoever asks for the interface as for a service gets a class
 * that is written for it.
 *
 * <p>{@code :age} is the value of the parameter {@code age}, which is bound and never a part of the
 * text; a {@code List} is for {@code in (:ids)}. What is quoted or a comment has no parameters, and
 * {@code ::} is a cast. Rows become records, by the names of their columns in snake case, or values
 * where they have one column. The result is a {@code List}, a {@code Stream}, an {@code Optional},
 * or the one row itself; of SQL that gives no rows {@code void}, or how many rows it has changed:
 * {@code long}, {@code int}, or {@code boolean} for any.
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
public @interface Sql {
  /** One statement, as the database reads it. */
  String value();
}
