package dev.covet.processor.read;

import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Looks into compact source files (JEP 512): nothing outside of one can name what it holds.
 *
 * @param asks whether a class does
 */
record CompactSources(Declarations declarations, Predicate<TypeElement> asks) {
  /** The first class or method of a file that asks for generated code. */
  Optional<Misplaced> of(TypeElement file) {
    return file.getEnclosedElements().stream().flatMap(this::all).findFirst();
  }

  private Stream<Misplaced> all(Element member) {
    return switch (member) {
      case ExecutableElement method -> method(method);
      case TypeElement type -> type(type);
      default -> Stream.of();
    };
  }

  private Stream<Misplaced> method(ExecutableElement method) {
    return declarations.notes(method).asks()
        ? Stream.of(found(method.getSimpleName() + "(...)", Declarations.where(method)))
        : Stream.of();
  }

  private Stream<Misplaced> type(TypeElement type) {
    var name = Declarations.name(type);
    return asks.test(type)
        ? Stream.of(found(name.simple(), Where.of(name)))
        : type.getEnclosedElements().stream().flatMap(this::all);
  }

  private static Misplaced found(String name, Where where) {
    return new Misplaced(Reason.COMPACT_SOURCE, name, "", where);
  }
}
