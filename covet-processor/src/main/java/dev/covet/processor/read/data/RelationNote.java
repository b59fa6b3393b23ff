package dev.covet.processor.read.data;

import dev.covet.processor.model.type.TypeName;
import java.util.Optional;

/**
 * What annotations say of a component of a projection.
 *
 * @param by the column that {@code @By} names; empty without it
 * @param via the table that {@code @Via} names
 * @param counted the table that {@code @CountOf} names
 */
record RelationNote(String by, Optional<TypeName> via, Optional<TypeName> counted) {
  /** Where nothing is said. */
  static final RelationNote NONE = new RelationNote("", Optional.empty(), Optional.empty());
}
