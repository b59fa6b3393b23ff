package shop;

import dev.covet.api.Use;

/** Has the till told when it is passed. */
@Use(Marker.class)
public @interface Marked {
  /** What the till is told. */
  String value();

  /** How often. */
  int times() default 1;
}
