package dev.covet.processor.report;

import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the elements that names mean, in the round in which they are asked for. */
final class Places {
  private final Elements elements;
  private final Collection<TypeElement> roots;

  /**
   * Finds elements.
   *
   * @param roots classes that are looked at first; those of compact source files have no name that
   *     leads to them
   */
  Places(Elements elements, Collection<TypeElement> roots) {
    this.elements = elements;
    this.roots = List.copyOf(roots);
  }

  /** The element; the class itself where a member is not found, nothing where the class is not. */
  Optional<Element> element(Where where) {
    return where.type().isPackage()
        ? Optional.ofNullable(elements.getPackageElement(where.type().packageName()))
            .map(each -> each)
        : type(where.type()).map(type -> element(type, where));
  }

  private Optional<TypeElement> type(TypeName name) {
    return roots.stream()
        .flatMap(Places::nested)
        .filter(each -> each.getQualifiedName().contentEquals(name.qualified()))
        .findFirst()
        .or(() -> Optional.ofNullable(elements.getTypeElement(name.qualified())));
  }

  private static Stream<TypeElement> nested(TypeElement type) {
    return Stream.concat(
        Stream.of(type),
        ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(Places::nested));
  }

  private static Element element(TypeElement type, Where where) {
    var member = member(type, where.member());
    return member.flatMap(each -> parameter(each, where.parameter())).or(() -> member).orElse(type);
  }

  private static Optional<Element> member(TypeElement type, String name) {
    return type.getEnclosedElements().stream()
        .filter(each -> !name.isEmpty() && name(each).equals(name))
        .<Element>map(each -> each)
        .findFirst()
        .or(() -> called(type, name));
  }

  /** The only method of that name: its parameters may have been types that were not there yet. */
  private static Optional<Element> called(TypeElement type, String name) {
    var all =
        type.getEnclosedElements().stream()
            .filter(ExecutableElement.class::isInstance)
            .filter(each -> name.startsWith(each.getSimpleName() + "("))
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static String name(Element member) {
    if (!(member instanceof ExecutableElement method)) return member.getSimpleName().toString();
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

  /** The annotation at fault, on the element or on its type, alone or among several of its kind. */
  static Optional<AnnotationMirror> annotation(Element element, String name) {
    return alone(element, name).or(() -> alone(element, name + ".List"));
  }

  private static Optional<AnnotationMirror> alone(Element element, String name) {
    return Stream.concat(
            element.getAnnotationMirrors().stream(),
            element.asType().getAnnotationMirrors().stream())
        .filter(each -> each.getAnnotationType().asElement().toString().equals(name))
        .<AnnotationMirror>map(each -> each)
        .findFirst();
  }
}
