package dev.covet.processor.model.type;

import dev.covet.schema.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** The constraints of Jakarta Validation on it, those of which others are composed included. */
  public Stream<ConstraintModel.Known> known() {
    return constraints.stream().flatMap(ConstraintModel::known);
  }

  /** The constraints of the program's own on it and on its elements, however deep. */
  public Stream<ConstraintModel.Own> own() {
    return Stream.concat(
        constraints.stream().flatMap(ConstraintModel::own),
        type.parts().stream().flatMap(ValueModel::own));
  }

  /** Its {@code @NotBlank}: what a blank text breaks is told first, and alone. */
  public Optional<ConstraintModel.Known> notBlank() {
    return checks()
        .filter(each -> each.is(ConstraintKind.NOT_BLANK))
        .flatMap(ConstraintModel::known)
        .findFirst();
  }

  /** What limits it beside {@code @NotBlank}. */
  public List<ConstraintModel> otherThanNotBlank() {
    return checks().filter(each -> !each.is(ConstraintKind.NOT_BLANK)).toList();
  }

  private Stream<ConstraintModel> checks() {
    return constraints.stream().flatMap(ConstraintModel::checks);
  }

  /** What only words can say of its constraints: of those of the program's own. */
  public Stream<String> said() {
    return constraints.stream()
        .flatMap(ConstraintModel::limits)
        .filter(Constraint.Said.class::isInstance)
        .map(each -> ((Constraint.Said) each).sentence());
  }

  /** Whether it says {@code @Nullable} of what is never null. */
  public boolean isNullablePrimitive() {
    return nullable
        && type instanceof TypeModel.Scalar(var kind, var boxed)
        && kind.primitive()
        && !boxed;
  }

  /** Whether it is a file in a form, or holds some. */
  public boolean isUpload() {
    return type instanceof TypeModel.Upload || type.parts().stream().anyMatch(ValueModel::isUpload);
  }

  /** Whether a body of it is JSON, not bytes. */
  public boolean isJson() {
    return !(type instanceof TypeModel.Bytes || type instanceof TypeModel.Stream);
  }

  /** Whether anything is to be checked of it beside its type. */
  public boolean isLimited() {
    return isLimitedItself() || type.parts().stream().anyMatch(ValueModel::isLimited);
  }

  /** Whether anything is to be checked of it beside its type and its elements. */
  public boolean isLimitedItself() {
    return !limits().isEmpty();
  }

  /** Whether clients send it as they send another value, unless it is null. */
  public boolean isAlike(ValueModel other) {
    var parts = type.parts();
    var others = other.type.parts();
    return type.reference().equals(other.type.reference())
        && limits().equals(other.limits())
        && IntStream.range(0, parts.size()).allMatch(i -> parts.get(i).isAlike(others.get(i)));
  }

  private Set<ConstraintModel> limits() {
    return checks()
        .filter(each -> !each.is(ConstraintKind.NOT_NULL))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same without {@code Optional} around it. */
  public ValueModel inner() {
    return type instanceof TypeModel.OptionalOf(var inner) ? inner : this;
  }

  /** A value that is never null and that nothing limits. */
  public static ValueModel of(TypeModel type) {
    return new ValueModel(type, false, List.of());
  }
}
