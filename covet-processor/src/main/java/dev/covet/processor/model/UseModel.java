package dev.covet.processor.model;

/**
 * A middleware that {@code @Use} puts around a route, or around all of a class.
 *
 * @param made whether there is, or will be, something that makes it
 */
public record UseModel(TypeName middleware, boolean made, Where where) {
  /** Whether it is this class. */
  public boolean of(TypeName type) {
    return middleware.equals(type);
  }
}
