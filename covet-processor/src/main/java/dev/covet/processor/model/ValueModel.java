package dev.covet.processor.model;

import java.util.List;

/**
 * A type where it stands: in a component, a parameter or a list.
 *
 * @param nullable whether it says {@code @Nullable}
 * @param constraints in the order in which they are checked
 */
public record ValueModel(TypeModel type, boolean nullable, List<ConstraintModel> constraints) {
  /** Copies the list. */
  public ValueModel {
    constraints = List.copyOf(constraints);
  }

  /** A value that is never null and that nothing limits. */
  public static ValueModel of(TypeModel type) {
    return new ValueModel(type, false, List.of());
  }
}
