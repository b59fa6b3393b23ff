package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules for source files: what generated code names stands in a file of its own name, where the
 * compiler finds it. Other types are nobody's concern.
 */
final class FileChecks {
  private FileChecks() {}

  static Stream<Finding> of(CompilationModel model, SourcesModel sources) {
    if (sources.seconds().isEmpty()) return Stream.of();
    var named = named(model).collect(Collectors.toUnmodifiableSet());
    return sources.seconds().stream()
        .filter(each -> named.stream().anyMatch(name -> isIn(name, each)))
        .map(FileChecks::second);
  }

  private static boolean isIn(String name, TypeName top) {
    return name.equals(top.qualified()) || name.startsWith(top.qualified() + ".");
  }

  private static Finding second(TypeName name) {
    return new Finding(
        Code.SECOND_TYPE,
        Where.of(name),
        name.simple()
            + " is in the file of another class, where the compiler does not look for it.",
        "Nest it in that class, or give it a file of its own.");
  }

  /** The types that generated code names, and words that stand around them. */
  private static Stream<String> named(CompilationModel model) {
    var declared = model.declared();
    return Stream.concat(
        Stream.of(
                model.records().keySet().stream(),
                model.enums().keySet().stream(),
                declared.called().map(RoutesModel::name),
                declared.routes().stream().flatMap(RoutesModel::allUses).map(UseModel::middleware),
                declared.providers().stream().map(ProviderModel::owner),
                declared.errors().stream().map(ErrorModel::name),
                declared.qualifiers().stream().map(QualifierModel.Declared::name))
            .flatMap(names -> names)
            .map(TypeName::qualified),
        Stream.concat(
                declared.providers().stream().map(ProviderModel::key),
                declared.asking().map(ParameterModel::key))
            .map(KeyModel::type)
            .flatMap(each -> Stream.of(each.split("[<>,?&\\[\\] ]+", -1))));
  }
}
