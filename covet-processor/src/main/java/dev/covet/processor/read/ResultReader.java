package dev.covet.processor.read;

import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.read.data.ConstraintReader;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what a handler returns. */
record ResultReader(Declarations declarations, TypeReader types) {
  ResultModel read(ExecutableElement method) {
    return read(method.getReturnType(), List.of(method, method.getReturnType()));
  }

  /** What a WebSocket says and hears; what it returns where that is not clear. */
  ResultModel messages(ExecutableElement method) {
    var sockets =
        method.getParameters().stream()
            .map(VariableElement::asType)
            .filter(DeclaredType.class::isInstance)
            .map(DeclaredType.class::cast)
            .filter(each -> each.asElement().toString().equals(ResultModel.Messages.SOCKET))
            .toList();
    var result = read(method);
    return result instanceof ResultModel.Nothing
            && sockets.size() == 1
            && sockets.getFirst().getTypeArguments().size() == 2
        ? new ResultModel.Messages(
            types.argument(sockets.getFirst(), 0), types.argument(sockets.getFirst(), 1))
        : result;
  }

  /** The constraints on it and on what is in it that nothing checks: only JSON is checked. */
  List<ConstraintModel> unchecked(ExecutableElement method) {
    var type = method.getReturnType();
    return Stream.concat(
            isJson(read(method)) ? Stream.of() : constraints(type, List.of(method, type)),
            inside(type))
        .distinct()
        .toList();
  }

  private static boolean isJson(ResultModel result) {
    return result instanceof ResultModel.Json;
  }

  /** Those on what an {@code Optional} or a {@code Reply} holds, if that is no JSON. */
  private Stream<ConstraintModel> inside(TypeMirror type) {
    var result = read(type, List.of(type));
    return (result instanceof ResultModel.Maybe || result instanceof ResultModel.Reply)
            && type instanceof DeclaredType declared
            && !declared.getTypeArguments().isEmpty()
        ? held(declared.getTypeArguments().getFirst())
        : Stream.of();
  }

  private Stream<ConstraintModel> held(TypeMirror type) {
    var own =
        isJson(read(type, List.of(type)))
            ? Stream.<ConstraintModel>of()
            : constraints(type, List.of(type));
    return Stream.concat(own, inside(type));
  }

  private Stream<ConstraintModel> constraints(
      TypeMirror type, List<? extends AnnotatedConstruct> places) {
    return ConstraintReader.of(declarations, Notes.of(declarations.elements(), places), type)
        .stream();
  }

  private ResultModel read(TypeMirror type, List<? extends AnnotatedConstruct> places) {
    if (type.getKind() == TypeKind.VOID || type.toString().equals("java.lang.Void")) {
      return new ResultModel.Nothing();
    }
    return cases(type).orElseGet(() -> ofValue(type, types.value(type, places)));
  }

  private ResultModel ofValue(TypeMirror type, ValueModel value) {
    return switch (value.type()) {
      case TypeModel.Scalar(var kind, var _) when kind == ScalarKind.STRING ->
          new ResultModel.Text();
      case TypeModel.Bytes _ -> new ResultModel.Bytes();
      case TypeModel.Stream _ -> new ResultModel.Stream();
      case TypeModel.Unresolved _ -> new ResultModel.Unresolved();
      case TypeModel.OptionalOf _ -> maybe((DeclaredType) type);
      case TypeModel.RecordType(var name) when name.qualified().equals("dev.covet.api.Html") ->
          new ResultModel.Html();
      case TypeModel.Other(var _, var erased) when erased.equals("dev.covet.web.http.Response") ->
          new ResultModel.Raw();
      case TypeModel.Other(var _, var erased) when erased.equals(ResultModel.PATH) ->
          new ResultModel.File();
      case TypeModel.Other(var _, var erased) when erased.equals("dev.covet.api.Reply") ->
          reply((DeclaredType) type);
      case TypeModel.Other(var _, var erased) when ResultModel.Flow.of(erased).isPresent() ->
          values(ResultModel.Flow.of(erased).get(), (DeclaredType) type, value);
      default -> new ResultModel.Json(value);
    };
  }

  private ResultModel reply(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        ? new ResultModel.Unresolved()
        : new ResultModel.Reply(argument(type));
  }

  private ResultModel values(ResultModel.Flow flow, DeclaredType type, ValueModel value) {
    return type.getTypeArguments().isEmpty()
        ? new ResultModel.Json(value)
        : new ResultModel.Values(flow, types.argument(type, 0));
  }

  private ResultModel argument(DeclaredType type) {
    var of = type.getTypeArguments().getFirst();
    return read(of, List.of(of));
  }

  private ResultModel maybe(DeclaredType type) {
    return new ResultModel.Maybe(argument(type), what(type.getTypeArguments().getFirst()));
  }

  /** The name in "Hero not found": the root table's for a projection, "File" for a path. */
  private String what(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return "Value";
    }
    if (element.getQualifiedName().contentEquals(ResultModel.PATH)) return "File";
    return declarations
        .notes(element)
        .type("Projection")
        .orElse(element)
        .getSimpleName()
        .toString();
  }

  /** The answers that a sealed type is whose records say {@code @Status}, one for each. */
  private Optional<ResultModel> cases(TypeMirror type) {
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
                .filter(ResultReader::isPlainRecord)
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
            .flatMap(ResultReader::leaves)
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
