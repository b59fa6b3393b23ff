package dev.covet.processor.read.element;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Tells what the declaration of an annotation says of it, and writes what a use of it says. */
public final class AnnotationTypes {
  private static final String JAKARTA_CONSTRAINT = "jakarta.validation.Constraint";

  /** What leads from an annotation of the user's to a class that may read it. */
  private static final Set<String> LEADING = Set.of(Notes.API + "Use", Notes.API + "Guard");

  /** What says that an annotation is a constraint, since and before Jakarta. */
  private static final Set<String> CONSTRAINT =
      Set.of(JAKARTA_CONSTRAINT, "javax.validation.Constraint");

  private AnnotationTypes() {}

  /** Whether an annotation's declaration says {@code @Qualifier}. */
  public static boolean isQualifier(Element annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(on -> on.getAnnotationType().toString().equals(Notes.API + "Qualifier"));
  }

  /**
   * Whether the values of an annotation can be read by what it leads to: a qualifier's by a
   * provider, those of one that says {@code @Use} or {@code @Guard} by that middleware or guard.
   */
  public static boolean isRead(Element annotation) {
    return annotation.getKind() == ElementKind.ANNOTATION_TYPE
        && (isQualifier(annotation) || isLeading(annotation));
  }

  public static boolean isLeading(Element annotation) {
    return annotation.getAnnotationMirrors().stream()
        .map(on -> on.getAnnotationType().toString())
        .anyMatch(LEADING::contains);
  }

  /**
   * The constraint that an annotation is, or those that it holds: several of a kind on one place.
   */
  public static Stream<AnnotationMirror> flat(AnnotationMirror mirror) {
    var type = mirror.getAnnotationType().asElement();
    if (isConstraint(type)) return Stream.of(mirror);
    return isSeveral(type) ? several(mirror).flatMap(AnnotationTypes::flat) : Stream.of();
  }

  /** The annotations that another one holds as its value. */
  public static Stream<AnnotationMirror> several(AnnotationMirror list) {
    return list.getElementValues().values().stream()
        .flatMap(value -> Notes.items(value).stream())
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast);
  }

  /** Also those of before Jakarta: nobody checks them, so they are no more silent than others. */
  static boolean isConstraint(Element annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(on -> CONSTRAINT.contains(on.getAnnotationType().toString()));
  }

  private static boolean isSeveral(Element annotation) {
    return ElementFilter.methodsIn(annotation.getEnclosedElements()).stream()
        .filter(each -> each.getSimpleName().contentEquals("value"))
        .anyMatch(each ->
            each.getReturnType() instanceof ArrayType array
                && array.getComponentType() instanceof DeclaredType held
                && isConstraint(held.asElement()));
  }

  /** Whether the declaration of an annotation says that it is a constraint of Jakarta's kind. */
  public static boolean isOwn(Element annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(on -> on.getAnnotationType().toString().equals(JAKARTA_CONSTRAINT));
  }

  /**
   * What an annotation says, as Java writes it, a value for each member.
   *
   * @param read gives an attribute of an annotation
   */
  public static List<String> values(
      BiFunction<AnnotationMirror, String, Optional<AnnotationValue>> read,
      AnnotationMirror mirror,
      TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .flatMap(each ->
            read.apply(mirror, each.getSimpleName().toString()).stream()
                .map(value -> written(value, each.getReturnType())))
        .toList();
  }

  /** The members of an annotation with their defaults; of a constraint also what it is made of. */
  public static String shape(TypeElement type) {
    return members(type) + (isOwn(type) ? " " + composition(type) : "");
  }

  private static String members(TypeElement qualifier) {
    return ElementFilter.methodsIn(qualifier.getEnclosedElements()).stream()
        .map(each -> each.getReturnType() + " " + each.getSimpleName() + fallback(each))
        .collect(Collectors.joining("; "));
  }

  private static String fallback(ExecutableElement member) {
    var value = member.getDefaultValue();
    return value == null ? "" : " default " + written(value, member.getReturnType());
  }

  /** A value as Java writes it; what it names is named in full. */
  private static String written(AnnotationValue value, TypeMirror type) {
    return switch (value.getValue()) {
      case List<?> values -> array(values, (ArrayType) type);
      case VariableElement constant -> constant.asType() + "." + constant.getSimpleName();
      case TypeMirror named -> named + ".class";
      case Short number -> "(short) " + number;
      default -> value.toString();
    };
  }

  /** An array; of a type with arguments Java makes none by {@code new}. */
  private static String array(List<?> values, ArrayType type) {
    var element = type.getComponentType();
    var all =
        values.stream()
            .map(each -> written((AnnotationValue) each, element))
            .collect(Collectors.joining(", "));
    return element instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
        ? "dev.covet.gen.Several.<%s>of(%s)".formatted(element, all)
        : "new %s {%s}".formatted(type, all);
  }

  /** What the declaration of a constraint says, beside its attributes. */
  private static String composition(TypeElement annotation) {
    return annotation.getAnnotationMirrors().stream()
        .filter(each -> isOf(each, "jakarta.validation.") || flat(each).count() > 0)
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static boolean isOf(AnnotationMirror mirror, String packageName) {
    return mirror.getAnnotationType().toString().startsWith(packageName);
  }

  /** Whether all its values are literals, or names that generated code may say. */
  public static boolean isWritable(TypeElement qualifier) {
    return ElementFilter.methodsIn(qualifier.getEnclosedElements()).stream()
        .map(ExecutableElement::getReturnType)
        .map(type -> type instanceof ArrayType array ? array.getComponentType() : type)
        .flatMap(type -> Notes.element(type).stream())
        .allMatch(
            each -> each.getKind() != ElementKind.ANNOTATION_TYPE && Declarations.visible(each));
  }
}
