package dev.covet.processor.read.data;

import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads annotations that tell services of one type apart, and writes what annotations say. */
public final class Qualifiers {
  private Qualifiers() {}

  /** The qualifier of a place, with the defaults of what it does not say. */
  public static Optional<QualifierModel> of(Notes notes) {
    return notes
        .all()
        .filter(each -> AnnotationTypes.isQualifier(each.getAnnotationType().asElement()))
        .map(each -> of(notes, each))
        .findFirst();
  }

  /** An annotation where it stands, with the defaults of what it does not say. */
  public static QualifierModel of(Notes notes, AnnotationMirror mirror) {
    var type = (TypeElement) mirror.getAnnotationType().asElement();
    return new QualifierModel(
        Declarations.name(type),
        AnnotationTypes.shape(type),
        AnnotationTypes.values(notes::value, mirror, type));
  }

  /** The parameter that reads a qualifier whose values generated code cannot write. */
  public static Optional<? extends VariableElement> unwritable(ExecutableElement provider) {
    return provider.getParameters().stream()
        .filter(each ->
            Notes.element(each.asType())
                .filter(type -> AnnotationTypes.isRead(type) && !AnnotationTypes.isWritable(type))
                .isPresent())
        .findFirst();
  }

  /**
   * The declaration of an annotation, which is or may have been a qualifier or a constraint: one
   * that is none any more has another shape.
   */
  public static Optional<QualifierModel.Declared> declared(
      TypeElement type, Declarations declarations) {
    if (type.getKind() != ElementKind.ANNOTATION_TYPE) return Optional.empty();
    var isOne =
        (AnnotationTypes.isRead(type) || AnnotationTypes.isOwn(type)) && Declarations.visible(type);
    var isWritten =
        isOne
            && AnnotationTypes.isWritable(type)
            && (AnnotationTypes.isRead(type) || OwnConstraints.isValidated(declarations, type));
    var members = isWritten ? members(type, declarations) : List.<QualifierModel.Member>of();
    var shape = isOne ? AnnotationTypes.shape(type) : "no qualifier";
    return Optional.of(
        new QualifierModel.Declared(
            Declarations.name(type),
            shape,
            members,
            !members.isEmpty()
                || (isWritten && AnnotationTypes.isOwn(type))
                || (shape.isEmpty() && AnnotationTypes.isLeading(type))));
  }

  private static List<QualifierModel.Member> members(
      TypeElement qualifier, Declarations declarations) {
    return ElementFilter.methodsIn(qualifier.getEnclosedElements()).stream()
        .map(each ->
            new QualifierModel.Member(
                each.getSimpleName().toString(), declarations.plain(each.getReturnType())))
        .toList();
  }
}
