package dev.covet.processor.read;

import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.Declarations;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads sealed types whose records say {@code @Status}: they are answers, one for each record. */
final class StatusCases {
  private final Declarations declarations;
  private final TypeReader types;

  StatusCases(Declarations declarations, TypeReader types) {
    this.declarations = declarations;
    this.types = types;
  }

  /** The answers that a type is; empty for any other type. */
  Optional<ResultModel> of(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return Optional.empty();
    }
    var all = leaves(element).distinct().toList();
    return all.stream().anyMatch(each -> isRecord(each) && status(each).isPresent())
        ? Optional.of(answers(element, all))
        : Optional.empty();
  }

  private ResultModel answers(TypeElement type, List<TypeElement> all) {
    return all.stream().allMatch(each -> types.canBeNamed(each.asType()))
        ? new ResultModel.OneOf(
            Declarations.name(type),
            all.stream()
                .filter(StatusCases::isPlainRecord)
                .map(each -> new ResultModel.Case(types.record(each), status(each)))
                .toList(),
            all.stream().filter(each -> !isPlainRecord(each)).map(Declarations::name).toList())
        : new ResultModel.Unresolved();
  }

  /** The classes that a value may have. */
  private static Stream<TypeElement> leaves(TypeElement type) {
    return type.getModifiers().contains(Modifier.SEALED)
        ? type.getPermittedSubclasses().stream()
            .map(each -> (TypeElement) ((DeclaredType) each).asElement())
            .flatMap(StatusCases::leaves)
        : Stream.of(type);
  }

  private static boolean isPlainRecord(TypeElement type) {
    return isRecord(type) && type.getTypeParameters().isEmpty();
  }

  private static boolean isRecord(TypeElement type) {
    return type.getKind() == ElementKind.RECORD;
  }

  private OptionalInt status(TypeElement type) {
    return declarations.notes(type).number("Status").stream()
        .mapToInt(Number::intValue)
        .findFirst();
  }
}
