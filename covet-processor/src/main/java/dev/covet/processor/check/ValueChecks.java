package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;
import dev.covet.processor.model.Where;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for what stands on a value: constraints and defaults that fit its type. */
final class ValueChecks {
  private static final String DEFAULT = "dev.covet.api.Default";
  private static final String JAKARTA = "jakarta.validation.constraints.";

  private ValueChecks() {}

  static Stream<Finding> record(RecordModel record, Map<TypeName, EnumModel> enums) {
    return Stream.concat(record.components().stream(), record.computed().stream())
        .flatMap(each -> of(each.value(), each.fallback(), each.where(), enums));
  }

  static Stream<Finding> routes(RoutesModel routes, CompilationModel model) {
    return routes.routes().stream()
        .flatMap(each -> each.parameters().stream())
        .flatMap(each -> of(each.value(), each.fallback(), each.where(), model.enums()));
  }

  private static Stream<Finding> of(
      ValueModel value, DefaultModel fallback, Where where, Map<TypeName, EnumModel> enums) {
    return Stream.concat(constraints(value, where), fallback(value.type(), fallback, where, enums));
  }

  private static Stream<Finding> constraints(ValueModel value, Where where) {
    var here =
        value.constraints().stream()
            .filter(each -> !fits(each, value.type()))
            .map(each -> misplaced(each, value.type(), where));
    return value.type() instanceof TypeModel.ListOf(var element)
        ? Stream.concat(here, constraints(element, where))
        : here;
  }

  private static boolean fits(ConstraintModel constraint, TypeModel type) {
    if (type instanceof TypeModel.Unresolved) {
      return true;
    }
    var kind = type instanceof TypeModel.Scalar(var scalar, var _) ? scalar : null;
    return switch (constraint) {
      case ConstraintModel.NotNull _ -> true;
      case ConstraintModel.NotBlank _, ConstraintModel.Pattern _, ConstraintModel.Email _ ->
          kind == ScalarKind.STRING;
      case ConstraintModel.NotEmpty _, ConstraintModel.Size _ ->
          kind == ScalarKind.STRING || type instanceof TypeModel.ListOf;
      case ConstraintModel.Min _,
          ConstraintModel.Max _,
          ConstraintModel.Positive _,
          ConstraintModel.DecimalMin _,
          ConstraintModel.Digits _ ->
          kind != null && kind.number();
      case ConstraintModel.Unknown _ -> false;
    };
  }

  private static Finding misplaced(ConstraintModel constraint, TypeModel type, Where where) {
    if (constraint instanceof ConstraintModel.Unknown(var annotation)) {
      return new Finding(
          Code.CONSTRAINT,
          where.at(annotation),
          "@%s is not checked by this version of Covet.".formatted(constraint.name()),
          "Take another constraint, or an @AssertTrue method of the record.");
    }
    return new Finding(
        Code.CONSTRAINT,
        where.at(JAKARTA + constraint.name()),
        "@%s cannot apply to %s.".formatted(constraint.name(), type.source()),
        "It limits %s.".formatted(limits(constraint)));
  }

  private static String limits(ConstraintModel constraint) {
    return switch (constraint) {
      case ConstraintModel.NotBlank _, ConstraintModel.Pattern _, ConstraintModel.Email _ ->
          "a String";
      case ConstraintModel.NotEmpty _, ConstraintModel.Size _ -> "a String or a List";
      default -> "a number";
    };
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
