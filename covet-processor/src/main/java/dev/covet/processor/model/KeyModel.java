package dev.covet.processor.model;

/**
 * What a service is asked by.
 *
 * @param type its full generic type, as Java code writes it
 * @param qualifier literal of the annotation that tells it from others of its type, or {@code ""}
 */
public record KeyModel(String type, String qualifier) {
  /** A type alone. */
  public static KeyModel of(String type) {
    return new KeyModel(type, "");
  }
}
