package dev.covet.processor.model;

import java.util.List;
import java.util.Optional;

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

  /** Its {@code @NotBlank}: what a blank text breaks is told first, and alone. */
  public Optional<ConstraintModel> notBlank() {
    return constraints.stream()
        .filter(constraint -> constraint.plain() instanceof ConstraintModel.NotBlank)
        .findFirst();
  }

  /** What limits it beside {@code @NotBlank}. */
  public List<ConstraintModel> otherThanNotBlank() {
    return constraints.stream()
        .filter(constraint -> !(constraint.plain() instanceof ConstraintModel.NotBlank))
        .toList();
  }

  /** A value that is never null and that nothing limits. */
  public static ValueModel of(TypeModel type) {
    return new ValueModel(type, false, List.of());
  }
}
