package dev.covet.processor.read;

import dev.covet.processor.model.QualifierModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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

/** Reads annotations that tell services of one type apart, and writes what annotations say. */
final class Qualifiers {
  /** What leads from an annotation of the user's to a class that may read it. */
  private static final Set<String> LEADING = Set.of(Notes.API + "Use", Notes.API + "Guard");

  private Qualifiers() {}

  /** Whether an annotation's declaration says {@code @Qualifier}. */
  static boolean isQualifier(Element annotation) {
    return annotation.getAnnotationMirrors().stream()
        .anyMatch(on -> on.getAnnotationType().toString().equals(Notes.API + "Qualifier"));
  }

  /**
   * Whether the values of an annotation can be read by what it leads to: a qualifier's by a
   * provider, those of one that says {@code @Use} or {@code @Guard} by that middleware or guard.
   */
  static boolean isRead(Element annotation) {
    return annotation.getKind() == ElementKind.ANNOTATION_TYPE
        && (isQualifier(annotation) || isLeading(annotation));
  }

  private static boolean isLeading(Element annotation) {
    return annotation.getAnnotationMirrors().stream()
        .map(on -> on.getAnnotationType().toString())
        .anyMatch(LEADING::contains);
  }

  /** The qualifier of a place, with the defaults of what it does not say. */
  static Optional<QualifierModel> of(Notes notes) {
    return notes
        .all()
        .filter(each -> isQualifier(each.getAnnotationType().asElement()))
        .map(each -> of(notes, each))
        .findFirst();
  }

  /** An annotation where it stands, with the defaults of what it does not say. */
  static QualifierModel of(Notes notes, AnnotationMirror mirror) {
    var type = (TypeElement) mirror.getAnnotationType().asElement();
    return new QualifierModel(
        Declarations.name(type), shape(type), values(notes::value, mirror, type));
  }

  /**
   * What an annotation says, as Java writes it, a value for each member.
   *
   * @param read gives an attribute of an annotation
   */
  static List<String> values(
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
  static String shape(TypeElement type) {
    return members(type) + (OwnConstraints.isOwn(type) ? " " + OwnConstraints.shape(type) : "");
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

  /** The parameter that reads a qualifier whose values generated code cannot write. */
  static Optional<? extends VariableElement> unwritable(ExecutableElement provider) {
    return provider.getParameters().stream()
        .filter(each ->
            Notes.element(each.asType())
                .filter(type -> isRead(type) && !isWritable(type))
                .isPresent())
        .findFirst();
  }

  /** Whether all its values are literals, or names that generated code may say. */
  static boolean isWritable(TypeElement qualifier) {
    return ElementFilter.methodsIn(qualifier.getEnclosedElements()).stream()
        .map(ExecutableElement::getReturnType)
        .map(type -> type instanceof ArrayType array ? array.getComponentType() : type)
        .flatMap(type -> Notes.element(type).stream())
        .allMatch(
            each -> each.getKind() != ElementKind.ANNOTATION_TYPE && Declarations.visible(each));
  }

  /**
   * The declaration of an annotation, which is or may have been a qualifier or a constraint: one
   * that is none any more has another shape.
   */
  static Optional<QualifierModel.Declared> declared(
      TypeElement type, Declarations declarations, TypeReader types) {
    if (type.getKind() != ElementKind.ANNOTATION_TYPE) {
      return Optional.empty();
    }
    var isOne = (isRead(type) || OwnConstraints.isOwn(type)) && Declarations.visible(type);
    var isWritten =
        isOne
            && isWritable(type)
            && (isRead(type) || OwnConstraints.isValidated(declarations, type));
    var members = isWritten ? members(type, types) : List.<QualifierModel.Member>of();
    var shape = isOne ? shape(type) : "no qualifier";
    return Optional.of(
        new QualifierModel.Declared(
            Declarations.name(type),
            shape,
            members,
            !members.isEmpty()
                || (isWritten && OwnConstraints.isOwn(type))
                || (shape.isEmpty() && isLeading(type))));
  }

  private static List<QualifierModel.Member> members(TypeElement qualifier, TypeReader types) {
    return ElementFilter.methodsIn(qualifier.getEnclosedElements()).stream()
        .map(each ->
            new QualifierModel.Member(
                each.getSimpleName().toString(), types.plain(each.getReturnType())))
        .toList();
  }
}
