package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.Source;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;
import dev.covet.processor.model.Where;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for what stands on a value: constraints and defaults that fit its type. */
final class ValueChecks {
  private static final String DEFAULT = "dev.covet.api.Default";

  private ValueChecks() {}

  static Stream<Finding> record(RecordModel record, Map<TypeName, EnumModel> enums) {
    var values =
        Stream.concat(record.components().stream(), record.computed().stream())
            .flatMap(each -> of(each.value(), each.fallback(), each.where(), enums));
    return Stream.concat(values, record.rules().stream().flatMap(ConstraintChecks::rule));
  }

  static Stream<Finding> routes(RoutesModel routes, CompilationModel model) {
    return routes.routes().stream()
        .flatMap(each -> each.parameters().stream())
        .flatMap(each -> of(each.value(), each.fallback(), each.where(), model.enums()));
  }

  static Stream<Finding> provider(ProviderModel provider, CompilationModel model) {
    return provider.parameters().stream()
        .filter(each -> each.source() != Source.PROVIDED && each.source() != Source.QUALIFIER)
        .flatMap(each -> of(each.value(), each.fallback(), each.where(), model.enums()));
  }

  private static Stream<Finding> of(
      ValueModel value, DefaultModel fallback, Where where, Map<TypeName, EnumModel> enums) {
    return Stream.concat(
        ConstraintChecks.of(value, where), fallback(value.type(), fallback, where, enums));
  }

  private static Stream<Finding> fallback(
      TypeModel type, DefaultModel fallback, Where where, Map<TypeName, EnumModel> enums) {
    var good =
        switch (fallback) {
          case DefaultModel.None _ -> true;
          case DefaultModel.Empty _ -> DefaultValue.canBeEmpty(type);
          case DefaultModel.Text(var text) -> DefaultValue.fits(type, text, enums);
        };
    return good ? Stream.of() : Stream.of(badDefault(type, fallback, where));
  }

  private static Finding badDefault(TypeModel type, DefaultModel fallback, Where where) {
    var said = fallback instanceof DefaultModel.Text(var text) ? "\"" + text + "\"" : "@Default";
    return new Finding(
        Code.DEFAULT,
        where.at(DEFAULT),
        "%s is no default for %s.".formatted(said, type.source()),
        fallback instanceof DefaultModel.Empty
            ? "@Default alone is for a String or a List; give it a value."
            : "Write a value of that type, as it would stand in a query.");
  }
}
