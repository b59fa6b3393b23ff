package dev.covet.processor.read;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.RecordModel.Origin;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of the project that somebody asks for as services, be they compiled now or earlier:
 * who provides them is known. A class of a library may come from a plugin, which the start knows.
 */
final class AskedClasses {
  private final Declarations declarations;

  AskedClasses(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Their names, without type arguments. */
  Set<String> of(CompilationModel.Declared declared) {
    return declared
        .asking()
        .filter(each -> each.source() == ValueSource.PROVIDED)
        .map(ParameterModel::value)
        .flatMap(each -> names(each.type()))
        .filter(this::isOwn)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isOwn(String name) {
    var type = declarations.elements().getTypeElement(name);
    return type != null
        && (declarations.isSource(type) || declarations.origin(type) == Origin.UNCHANGED);
  }

  /** What a type is called, or what it holds. */
  private static Stream<String> names(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> Stream.of(name.qualified());
      case TypeModel.SealedType(var name) -> Stream.of(name.qualified());
      case TypeModel.EnumType(var name, var _) -> Stream.of(name.qualified());
      case TypeModel.ValueClass(var name, var _, var _) -> Stream.of(name.qualified());
      case TypeModel.Other(var _, var erased) -> Stream.of(erased);
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _, TypeModel.OptionalOf _ ->
          type.parts().stream().flatMap(each -> names(each.type()));
      case TypeModel.Scalar _,
          TypeModel.Coded _,
          TypeModel.Changes _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Stream _,
          TypeModel.Unresolved _ ->
          Stream.empty();
    };
  }
}
