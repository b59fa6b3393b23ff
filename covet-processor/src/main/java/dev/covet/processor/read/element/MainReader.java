package dev.covet.processor.read.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Tells which classes {@code java} itself could start: those with a {@code main} that is not
 * private, with or without parameters, static or not (JLS 12.1.4).
 */
public final class MainReader {
  private static final List<String> SIGNATURES = List.of("main(java.lang.String[])", "main()");

  private MainReader() {}

  /** Whether a class is one that starts a program. */
  public static boolean hasMain(TypeElement type) {
    return Declarations.visible(type)
        && type.getKind() != ElementKind.ANNOTATION_TYPE
        && main(type);
  }

  private static boolean main(TypeElement type) {
    var found = SIGNATURES.stream().flatMap(each -> method(type, each).stream()).findFirst();
    return found
        .filter(each -> each.getModifiers().contains(Modifier.STATIC) || canBeMade(type))
        .isPresent();
  }

  private static Optional<ExecutableElement> method(TypeElement type, String signature) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(Declarations::visible)
        .filter(each -> each.getReturnType().getKind() == TypeKind.VOID)
        .filter(each -> Declarations.signature(each).equals(signature))
        .findFirst();
  }

  /** Whether there is an instance to call it on: by a constructor without parameters. */
  private static boolean canBeMade(TypeElement type) {
    return Unfit.type(type).isEmpty()
        && constructors(type).anyMatch(each -> each.getParameters().isEmpty());
  }

  private static Stream<ExecutableElement> constructors(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(Declarations::visible);
  }
}
