package dev.covet.processor.read;

import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * What an annotation that names classes, {@code @Use} or {@code @Guard}, leads to from a place.
 *
 * @param value the class, or what stands where one should
 * @param by the annotation of the user's that leads to it, whose declaration has the other
 */
record Led(Object value, Optional<QualifierModel> by, Where where) {
  /**
   * What is named at a place, in the order of the source.
   *
   * @param annotation the simple name of what names it
   */
  static Stream<Led> by(
      String annotation, Element element, Where where, Declarations declarations) {
    return element.getAnnotationMirrors().stream()
        .flatMap(each -> {
          var said = each.getAnnotationType().asElement();
          var at = where.at(said.toString());
          return said.toString().equals(Notes.API + annotation)
              ? named(annotation, declarations.notes(element), Optional.empty(), at)
              : through(annotation, each, declarations.notes(said), at);
        });
  }

  /** What it names on the declaration of an annotation of the user's. */
  private static Stream<Led> through(
      String annotation, AnnotationMirror mirror, Notes declaration, Where at) {
    return declaration.api(annotation)
        ? named(annotation, declaration, Optional.of(Qualifiers.of(declaration, mirror)), at)
        : Stream.of();
  }

  private static Stream<Led> named(
      String annotation, Notes notes, Optional<QualifierModel> by, Where at) {
    return notes.list(Notes.API + annotation, "value").stream()
        .map(value -> new Led(value, by, at));
  }
}
