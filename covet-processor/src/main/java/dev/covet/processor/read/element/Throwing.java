package dev.covet.processor.read.element;

import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.service.ThrownModel.Kind;
import dev.covet.processor.model.service.ThrownModel.Making;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.read.doc.DocReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads {@code throws} clauses. */
public final class Throwing {
  private final Declarations declarations;
  private final ExecutableElement method;

  private Throwing(Declarations declarations, ExecutableElement method) {
    this.declarations = declarations;
    this.method = method;
  }

  public static List<ThrownModel> of(Declarations declarations, ExecutableElement method, Doc doc) {
    return method.getThrownTypes().stream()
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .map(type -> new Throwing(declarations, method).read((DeclaredType) type, doc))
        .toList();
  }

  /** Whether a caller must catch something. */
  public static boolean checks(Declarations declarations, ExecutableElement method) {
    return of(declarations, method, DocReader.of(null)).stream()
        .anyMatch(each -> each.kind() == Kind.CHECKED);
  }

  private ThrownModel read(DeclaredType type, Doc doc) {
    var name = Declarations.name((TypeElement) type.asElement());
    return new ThrownModel(
        name,
        kind(type, name),
        declarations.notes(type.asElement()).number("Status").map(Number::intValue).orElse(500),
        Declarations.visible(type.asElement()),
        making((TypeElement) type.asElement()),
        doc.param("throws " + name.simple()));
  }

  private Making making(TypeElement type) {
    var takes =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(each -> isMade(type) && isCalled(each))
            .map(Throwing::takes)
            .collect(Collectors.toSet());
    return Stream.of(Making.values()).filter(takes::contains).findFirst().orElse(Making.UNKNOWN);
  }

  private static boolean isMade(TypeElement type) {
    var inner = type.getNestingKind() == NestingKind.MEMBER;
    return !type.getModifiers().contains(Modifier.ABSTRACT)
        && (!inner || type.getModifiers().contains(Modifier.STATIC));
  }

  /** Whether code beside the method can call a constructor, without a warning. */
  private boolean isCalled(ExecutableElement constructor) {
    var elements = declarations.elements();
    var isPublic = constructor.getModifiers().contains(Modifier.PUBLIC);
    var isNear = elements.getPackageOf(constructor).equals(elements.getPackageOf(method));
    return (isPublic || (isNear && !constructor.getModifiers().contains(Modifier.PRIVATE)))
        && constructor.getThrownTypes().isEmpty()
        && !elements.isDeprecated(constructor);
  }

  private static Making takes(ExecutableElement constructor) {
    var parameters = constructor.getParameters();
    if (parameters.isEmpty()) return Making.NOTHING;
    var isText = parameters.getFirst().asType().toString().equals("java.lang.String");
    return parameters.size() == 1 && isText ? Making.MESSAGE : Making.UNKNOWN;
  }

  private Kind kind(DeclaredType type, TypeName name) {
    if (!declarations.subtype(type, Notes.API + "ApiError")) {
      var unchecked =
          declarations.subtype(type, "java.lang.RuntimeException")
              || declarations.subtype(type, "java.lang.Error");
      return unchecked ? Kind.UNCHECKED : Kind.CHECKED;
    }
    if (!declarations.sources().contains(name.top())) {
      var isReady = name.packageName().startsWith("dev.covet.");
      var told = declarations.exists(name.generated("Facts"));
      return told ? Kind.OWN : isReady ? Kind.READY : Kind.UNKNOWN;
    }
    var element = type.asElement();
    var told = declarations.notes(element).api("Status") && Declarations.visible(element);
    return told ? Kind.OWN : Kind.UNCHECKED;
  }
}
