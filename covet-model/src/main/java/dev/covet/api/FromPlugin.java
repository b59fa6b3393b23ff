package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a type is provided by a plugin alone, so that asking for it compiles.
 *
 * <p>Without the plugin the app does not start, and says how to install it.
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
public @interface FromPlugin {
  /** What to write, such as {@code "install Database.url(...)"}. */
  String value();

  /**
   * What to write where the type is asked for by a {@link Qualifier} without values, {@code *}
   * being the annotation, such as {@code "install Database.url(...).as(*.class)"}; empty for the
   * same.
   */
  String qualified() default "";
}
