package dev.covet.processor.report;

import dev.covet.processor.model.Where;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the elements that names mean, in the round in which they are asked for. */
final class Places {
  private final Elements elements;

  Places(Elements elements) {
    this.elements = elements;
  }

  /** The element; the class itself where a member is not found, nothing where the class is not. */
  Optional<Element> element(Where where) {
    var type = elements.getTypeElement(where.type().qualified());
    if (type == null) {
      return Optional.empty();
    }
    var member = member(type, where.member());
    return Optional.of(
        member.flatMap(each -> parameter(each, where.parameter())).or(() -> member).orElse(type));
  }

  private static Optional<Element> member(TypeElement type, String name) {
    return type.getEnclosedElements().stream()
        .filter(each -> !name.isEmpty() && name(each).equals(name))
        .<Element>map(each -> each)
        .findFirst();
  }

  private static String name(Element member) {
    if (!(member instanceof ExecutableElement method)) {
      return member.getSimpleName().toString();
    }
    var parameters = method.getParameters().stream().map(each -> each.asType().toString());
    return method.getSimpleName() + "(" + String.join(",", parameters.toList()) + ")";
  }

  private static Optional<Element> parameter(Element member, String name) {
    return member instanceof ExecutableElement method
        ? method.getParameters().stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .<Element>map(each -> each)
            .findFirst()
        : Optional.empty();
  }

  /** The annotation at fault, on the element or on its type. */
  static Optional<AnnotationMirror> annotation(Element element, String name) {
    return Stream.concat(
            element.getAnnotationMirrors().stream(),
            element.asType().getAnnotationMirrors().stream())
        .filter(each -> each.getAnnotationType().asElement().toString().equals(name))
        .<AnnotationMirror>map(each -> each)
        .findFirst();
  }
}
