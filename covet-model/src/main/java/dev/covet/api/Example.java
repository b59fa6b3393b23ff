package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values that documents show: of a component, of a parameter (which may be the body), of a record,
 * or, on a route, of what it answers. The compiler reads each: one that its type or a constraint
 * refuses does not compile.
 *
 * <pre>{@code
 * record Hero(@Example("Spider-Man") String name, @Example("23") @Min(0) int age) {}
 *
 * @Get("/{id}")
 * @Example("{\"name\": \"Spider-Man\", \"age\": 23}")
 * Hero read(@Example("7") long id) { ... }
 * }</pre>
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
public @interface Example {
  /**
   * One or more values: of text, numbers, enums and times as a client would write them in a query,
   * of all else as JSON.
   */
  String[] value();
}
