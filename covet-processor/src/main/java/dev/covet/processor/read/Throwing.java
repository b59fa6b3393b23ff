package dev.covet.processor.read;

import dev.covet.processor.model.Doc;
import dev.covet.processor.model.ThrownModel;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Reads {@code throws} clauses. */
final class Throwing {
  private Throwing() {}

  static List<ThrownModel> of(Declarations declarations, ExecutableElement method, Doc doc) {
    return method.getThrownTypes().stream()
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .map(type -> read(declarations, (DeclaredType) type, doc))
        .toList();
  }

  private static ThrownModel read(Declarations declarations, DeclaredType type, Doc doc) {
    var name = Declarations.name((TypeElement) type.asElement());
    var apiError = declarations.subtype(type, Notes.API + "ApiError");
    return new ThrownModel(name, apiError, doc.param("throws " + name.simple()));
  }
}
