package dev.covet.processor.model;

import java.util.Optional;

/**
 * What a table says of a component.
 *
 * @param component name of the component, whose type is in the record's model
 * @param sqlName without quotes: snake case, or what {@code @Column} says
 */
public record ColumnModel(
    String component,
    String sqlName,
    boolean id,
    boolean unique,
    boolean indexed,
    Optional<Reference> references) {

  /** This as the key. */
  ColumnModel asId() {
    return new ColumnModel(component, sqlName, true, unique, indexed, references);
  }

  /** This without what it refers to. */
  ColumnModel free() {
    return new ColumnModel(component, sqlName, id, unique, indexed, Optional.empty());
  }

  /**
   * What {@code @References} says.
   *
   * @param onDelete constant of the annotation's enum: {@code REFUSE}, {@code CASCADE}, ...
   */
  public record Reference(TypeName table, String onDelete) {}
}
