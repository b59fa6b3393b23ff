package dev.covet.api;

/** How a name of several words is written. */
public enum Case {
  /** {@code secretName}, as in Java. */
  CAMEL_CASE,

  /** {@code secret_name}. */
  SNAKE_CASE,

  /** {@code secret-name}. */
  KEBAB_CASE
}
