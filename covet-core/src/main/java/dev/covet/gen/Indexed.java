package dev.covet.gen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What was generated for one type, for compilations that have the type on their class path. It
 * stands on a class in the package {@code dev.covet.index}, which the compiler lists over all jars.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Indexed {
  /** The package of the type. */
  String packageName();

  /** Its name in the package, with dots: {@code Outer.Hero}. */
  String name();

  /** What was generated for it: {@code CODEC}, {@code PROVIDERS} and others. */
  String[] kinds();

  /**
   * The names of the parameters of what provides something, each list with commas, the
   * constructor's first, then those of methods in their order: class files do not have them.
   */
  String[] parameters() default {};

  /** The state of the type from which that was made; empty if nothing depends on it. */
  String hash();
}
