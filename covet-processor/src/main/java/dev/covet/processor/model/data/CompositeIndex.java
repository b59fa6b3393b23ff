package dev.covet.processor.model.data;

import java.util.List;

/**
 * An index over several columns, as {@code @Index} or {@code @Unique} on a record says.
 *
 * @param components their names, as the source has them
 * @param whereNull the component that is null in the rows that count; empty for all rows
 */
public record CompositeIndex(boolean unique, List<String> components, String whereNull) {
  /** Copies the list. */
  public CompositeIndex {
    components = List.copyOf(components);
  }

  /** The annotation, by its simple name. */
  public String annotation() {
    return unique ? "Unique" : "Index";
  }
}
