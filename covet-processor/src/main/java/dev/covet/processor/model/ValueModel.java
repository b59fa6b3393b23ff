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
  public Optional<ConstraintModel.Known> notBlank() {
    return constraints.stream()
        .flatMap(each -> each.known().stream())
        .filter(each -> each.kind() == ConstraintKind.NOT_BLANK)
        .findFirst();
  }

  /** What limits it beside {@code @NotBlank}. */
  public List<ConstraintModel.Known> otherThanNotBlank() {
    return constraints.stream()
        .flatMap(each -> each.known().stream())
        .filter(each -> each.kind() != ConstraintKind.NOT_BLANK)
        .toList();
  }

  /** Whether a body of it is JSON, not bytes. */
  public boolean isJson() {
    return !(type instanceof TypeModel.Bytes || type instanceof TypeModel.Stream);
  }

  /** Whether anything is to be checked of it beside its type. */
  public boolean isLimited() {
    return isLimitedItself()
        || (type instanceof TypeModel.ListOf(var element) && element.isLimited());
  }

  /** Whether anything is to be checked of it beside its type and its elements. */
  public boolean isLimitedItself() {
    return constraints.stream()
        .flatMap(each -> each.known().stream())
        .anyMatch(each -> each.kind() != ConstraintKind.NOT_NULL);
  }

  /** A value that is never null and that nothing limits. */
  public static ValueModel of(TypeModel type) {
    return new ValueModel(type, false, List.of());
  }
}
