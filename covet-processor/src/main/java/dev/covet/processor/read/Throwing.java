package dev.covet.processor.read;

import dev.covet.processor.model.Doc;
import dev.covet.processor.model.ThrownModel;
import dev.covet.processor.model.ThrownModel.Kind;
import dev.covet.processor.model.TypeName;
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

  /** Whether a caller must catch something. */
  static boolean checks(Declarations declarations, ExecutableElement method) {
    return of(declarations, method, DocReader.of(null)).stream()
        .anyMatch(each -> each.kind() == Kind.CHECKED);
  }

  private static ThrownModel read(Declarations declarations, DeclaredType type, Doc doc) {
    var name = Declarations.name((TypeElement) type.asElement());
    return new ThrownModel(
        name,
        kind(declarations, type, name),
        declarations.notes(type.asElement()).number("Status").map(Number::intValue).orElse(500),
        Declarations.visible(type.asElement()),
        doc.param("throws " + name.simple()));
  }

  private static Kind kind(Declarations declarations, DeclaredType type, TypeName name) {
    if (!declarations.subtype(type, Notes.API + "ApiError")) {
      var unchecked =
          declarations.subtype(type, "java.lang.RuntimeException")
              || declarations.subtype(type, "java.lang.Error");
      return unchecked ? Kind.UNCHECKED : Kind.CHECKED;
    }
    if (name.packageName().startsWith("dev.covet.")) {
      return Kind.READY;
    }
    if (!declarations.sources().contains(name.top())) {
      return declarations.exists(name.generated("Facts")) ? Kind.OWN : Kind.UNKNOWN;
    }
    var element = type.asElement();
    var told = declarations.notes(element).api("Status") && Declarations.visible(element);
    return told ? Kind.OWN : Kind.UNCHECKED;
  }
}
