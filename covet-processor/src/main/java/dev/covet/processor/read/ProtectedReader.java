package dev.covet.processor.read;

import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProtectedModel.Given;
import dev.covet.processor.model.service.ProtectedModel.Hindrance;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Unfit;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.util.ElementFilter;

/** Reads classes of which methods say by what they are protected. */
final class ProtectedReader {
  private final Declarations declarations;
  private final ProtectionReader protections;

  ProtectedReader(Declarations declarations) {
    this.declarations = declarations;
    this.protections = new ProtectionReader(declarations);
  }

  /** What a class says, if a method of it says something. */
  Optional<ProtectedModel> read(TypeElement type) {
    var methods =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each -> isCalled(type, each))
            .flatMap(each -> method(each).stream())
            .toList();
    return methods.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProtectedModel(
                Declarations.name(type),
                hindrance(type),
                Declarations.constructor(type).map(this::given).orElse(List.of()),
                methods));
  }

  /** Whether a method is nothing but a method; of anything else it is said what it is. */
  private boolean isCalled(TypeElement type, ExecutableElement method) {
    var notes = declarations.notes(method);
    return !notes.asks()
        && !notes.api("Sql")
        && !(type.getKind() == ElementKind.RECORD && notes.api("ReadOnly"))
        && Declarations.component(method).isEmpty();
  }

  private Optional<Hindrance> hindrance(TypeElement type) {
    var isMade =
        declarations.notes(type).api("Provides")
            && Declarations.visible(type)
            && Unfit.type(type).isEmpty()
            && Declarations.constructor(type).isPresent();
    if (!isMade) return Optional.of(Hindrance.NOT_MADE);
    return type.getModifiers().contains(Modifier.FINAL)
        ? Optional.of(Hindrance.FINAL)
        : Optional.empty();
  }

  private Optional<ProtectedModel.Method> method(ExecutableElement method) {
    var protection =
        new ProtectionModel(
            protections.own(method).stream()
                .filter(each -> !each.annotation().equals("Idempotent")) // it is of routes alone
                .toList());
    return protection.rules().isEmpty()
        ? Optional.empty()
        : Optional.of(method(method, protection));
  }

  private ProtectedModel.Method method(ExecutableElement method, ProtectionModel protection) {
    return new ProtectedModel.Method(
        method.getSimpleName().toString(),
        access(method),
        declarations.plain(method.getReturnType()),
        given(method),
        method.getThrownTypes().stream().map(declarations::plain).toList(),
        protection,
        hindrance(method));
  }

  private static String access(ExecutableElement method) {
    return Stream.of(Modifier.PUBLIC, Modifier.PROTECTED)
        .filter(method.getModifiers()::contains)
        .map(each -> each + " ")
        .findFirst()
        .orElse("");
  }

  private static Optional<Hindrance> hindrance(ExecutableElement method) {
    var modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) return Optional.of(Hindrance.PRIVATE);
    if (modifiers.contains(Modifier.STATIC)) return Optional.of(Hindrance.STATIC);
    if (modifiers.contains(Modifier.FINAL)) return Optional.of(Hindrance.FINAL);
    return method.getTypeParameters().isEmpty() ? Optional.empty() : Optional.of(Hindrance.GENERIC);
  }

  private List<Given> given(ExecutableElement method) {
    var parameters = method.getParameters();
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> {
          var name = parameters.get(i).getSimpleName().toString();
          var type = parameters.get(i).asType();
          var isLast = method.isVarArgs() && i == parameters.size() - 1;
          return isLast && type instanceof ArrayType array
              ? new Given(declarations.plain(array.getComponentType()) + "...", name)
              : new Given(declarations.plain(type), name);
        })
        .toList();
  }

  /**
   * What the subclass takes besides, after what the class takes.
   *
   * @param others what the class takes
   */
  static ParameterModel resilience(List<ParameterModel> others, Where where) {
    var name = "resilience";
    while (isTaken(name, others)) name += "_";
    return new ParameterModel(
        name,
        name,
        List.of(),
        ValueSource.PROVIDED,
        false,
        ValueModel.of(new TypeModel.Other(ProtectedModel.RESILIENCE, ProtectedModel.RESILIENCE)),
        new DefaultModel.None(),
        KeyModel.of(ProtectedModel.RESILIENCE),
        Remarks.NONE,
        where.parameter(name));
  }

  private static boolean isTaken(String name, List<ParameterModel> others) {
    return others.stream().anyMatch(each -> each.name().equals(name));
  }
}
