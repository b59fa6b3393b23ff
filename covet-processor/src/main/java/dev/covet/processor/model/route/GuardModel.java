package dev.covet.processor.model.route;

import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.Optional;

/**
 * A guard that {@code @Guard} has before a route.
 *
 * @param made whether there is, or will be, something that runs it
 * @param takes the annotation that its method takes; empty for none
 * @param by the annotation of the user's that leads to it; empty where {@code @Guard} itself stands
 */
public record GuardModel(
    TypeName guard,
    boolean made,
    Optional<TypeName> takes,
    Optional<QualifierModel> by,
    Where where) {
  /** Whether its method can be given what it takes. */
  public boolean isGiven() {
    return takes.isEmpty() || given().isPresent();
  }

  /** Whether it asks nothing that the other one does not ask. */
  public boolean asksSame(GuardModel other) {
    return guard.equals(other.guard) && given().equals(other.given());
  }

  /** The annotation that its method is given. */
  public Optional<QualifierModel> given() {
    return by.filter(each -> takes.filter(each.annotation()::equals).isPresent());
  }
}
