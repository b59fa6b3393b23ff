package dev.covet.processor.model.service;

import dev.covet.processor.model.type.QualifierModel;
import java.util.Optional;

/**
 * What a service is asked by.
 *
 * @param type its full generic type, as Java code writes it
 * @param qualifier the annotation that tells it from others of its type
 * @param fromPlugin what the type's {@code @FromPlugin} says, or {@code ""}
 */
public record KeyModel(String type, Optional<QualifierModel> qualifier, String fromPlugin) {
  /** A type alone. */
  public static KeyModel of(String type) {
    return new KeyModel(type, Optional.empty(), "");
  }

  /** Whether both ask for the same service. */
  public boolean same(KeyModel other) {
    return type.equals(other.type) && qualifier.equals(other.qualifier);
  }
}
