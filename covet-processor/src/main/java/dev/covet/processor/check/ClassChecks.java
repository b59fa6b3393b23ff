package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ErrorModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.QualifierModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.SettingsModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.Where;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for the names of generated classes: those of nested types join with an underscore. */
final class ClassChecks {
  private ClassChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    Map<TypeName, TypeName> first = new HashMap<>();
    return types(model)
        .distinct()
        .sorted()
        .flatMap(type -> {
          var other = first.putIfAbsent(type.generated(""), type);
          return other == null ? Stream.of() : Stream.of(same(type, other));
        });
  }

  private static Stream<TypeName> types(CompilationModel model) {
    var declared = model.declared();
    return Stream.of(
            model.codecs().stream(),
            model.enums().values().stream()
                .filter(each -> each.origin().here())
                .map(each -> each.name()),
            declared.routes().stream().map(RoutesModel::name),
            declared.providers().stream().map(ProviderModel::owner),
            declared.settings().stream().map(SettingsModel::name),
            declared.errors().stream().map(ErrorModel::name),
            declared.literals().map(QualifierModel.Declared::name))
        .flatMap(names -> names);
  }

  private static Finding same(TypeName type, TypeName other) {
    return new Finding(
        Code.SAME_CLASS,
        Where.of(type),
        "What is generated for %s would be called like that for %s: %s..."
            .formatted(type.nested(), other.nested(), type.generated("").nested()),
        "Give one of them another name.");
  }
}
