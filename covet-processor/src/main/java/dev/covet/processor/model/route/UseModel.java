package dev.covet.processor.model.route;

import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.Optional;

/**
 * A middleware that {@code @Use} puts around a route, or around all of a class.
 *
 * @param made whether there is, or will be, something that makes it, and it does something there
 * @param by the annotation of the user's that leads to it, which its constructor may take; empty
 *     where {@code @Use} itself stands
 * @param ready the expression that is the middleware, for an annotation of Covet; else empty
 * @param says the value of that annotation
 */
public record UseModel(
    TypeName middleware,
    boolean made,
    Optional<QualifierModel> by,
    Where where,
    String ready,
    String says) {
  /** One of the user's, or of a library. */
  public UseModel(TypeName middleware, boolean made, Optional<QualifierModel> by, Where where) {
    this(middleware, made, by, where, "", "");
  }

  /** Whether it is this class. */
  public boolean of(TypeName type) {
    return middleware.equals(type);
  }

  /** This where it does nothing. */
  public UseModel idle() {
    return new UseModel(middleware, false, by, where, ready, says);
  }

  /** Whether the constructor of its middleware can be given what it takes, if it takes that. */
  public boolean gives(Optional<ParameterModel> annotation) {
    return annotation
        .map(each ->
            by.filter(it -> it.annotation().qualified().equals(each.key().type())).isPresent())
        .orElse(true);
  }
}
