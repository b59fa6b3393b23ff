package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;
import dev.covet.processor.model.ValueSource;
import dev.covet.processor.model.Where;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for what stands on a value: constraints, a default, {@code @Nullable}. */
final class ValueChecks {
  private ValueChecks() {}

  static Stream<Finding> record(RecordModel record, Map<TypeName, EnumModel> enums) {
    var values =
        record.components().stream()
            .flatMap(each -> of(each.value(), each.fallback(), each.where(), enums));
    var computed =
        record.computed().stream()
            .flatMap(each ->
                Stream.concat(
                    ConstraintChecks.unchecked(constraints(each.value()), each.where()),
                    nullable(each.value(), each.where())));
    return Stream.of(values, computed, record.rules().stream().flatMap(ConstraintChecks::rule))
        .flatMap(each -> each);
  }

  /** Those on a value and on what is in it. */
  private static List<ConstraintModel> constraints(ValueModel value) {
    return Stream.concat(
            value.constraints().stream(),
            value.type().parts().stream().flatMap(each -> constraints(each).stream()))
        .toList();
  }

  static Stream<Finding> routes(RoutesModel routes, CompilationModel model) {
    var results =
        routes.routes().stream()
            .flatMap(each ->
                Stream.concat(
                    ConstraintChecks.unchecked(each.unchecked(), each.where()), result(each)));
    var parameters =
        routes.routes().stream()
            .flatMap(each -> each.parameters().stream())
            .flatMap(each -> of(each.value(), fallback(each), each.where(), model.enums()));
    return Stream.concat(results, parameters);
  }

  private static Stream<Finding> result(RouteModel route) {
    return route.result().bare().values().flatMap(each -> ConstraintChecks.of(each, route.where()));
  }

  /** One where it does nothing is reported as such, whatever it says. */
  private static DefaultModel fallback(ParameterModel parameter) {
    return parameter.source() == ValueSource.PROVIDED || parameter.source() == ValueSource.PATH
        ? new DefaultModel.None()
        : parameter.fallback();
  }

  static Stream<Finding> provider(ProviderModel provider, CompilationModel model) {
    return provider.parameters().stream()
        .filter(
            each -> each.source() != ValueSource.PROVIDED && each.source() != ValueSource.QUALIFIER)
        .flatMap(each -> of(each.value(), fallback(each), each.where(), model.enums()));
  }

  private static Stream<Finding> of(
      ValueModel value, DefaultModel fallback, Where where, Map<TypeName, EnumModel> enums) {
    return Stream.of(
            ConstraintChecks.of(value, where),
            DefaultChecks.of(value, fallback, where, enums),
            nullable(value, where))
        .flatMap(each -> each);
  }

  private static Stream<Finding> nullable(ValueModel value, Where where) {
    return isNullablePrimitive(value) ? Stream.of(nullable(value.type(), where)) : Stream.of();
  }

  static boolean isNullablePrimitive(ValueModel value) {
    return value.nullable()
        && value.type() instanceof TypeModel.Scalar(var kind, var boxed)
        && kind.primitive()
        && !boxed;
  }

  private static Finding nullable(TypeModel type, Where where) {
    return new Finding(
        Code.NO_CODEC,
        where,
        "@Nullable does not apply to %s, which is never null.".formatted(type.source()),
        "Use %s.".formatted(TypeChecks.shown(type.reference())));
  }
}
