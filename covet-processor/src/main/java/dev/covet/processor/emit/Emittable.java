package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.Source;
import dev.covet.processor.model.TypeModel;

/** Leaves out what was reported, and so cannot be written: the rest is, as if it were not there. */
final class Emittable {
  private final CompilationModel model;

  Emittable(CompilationModel model) {
    this.model = model;
  }

  /** The class without the routes that cannot be written. */
  RoutesModel routes(RoutesModel all) {
    return all.with(
        all.constructor(), all.routes().stream().filter(this::isRight).toList(), all.hooks());
  }

  private boolean isRight(RouteModel route) {
    return route.parameters().stream().allMatch(this::isRight) && isRight(route.result());
  }

  /** Whether a provider can be written. */
  boolean isRight(ProviderModel provider) {
    return provider.parameters().stream()
        .filter(each -> each.source() != Source.QUALIFIER)
        .allMatch(this::isRight);
  }

  private boolean isRight(ParameterModel parameter) {
    return switch (parameter.source()) {
      case PATH, QUERY, HEADER ->
          Input.of(parameter).single(model).allMatch(each -> isText(each.value().type()));
      case BODY -> isBody(parameter.value().type());
      case PROVIDED -> true;
      case COOKIE, FORM, QUALIFIER -> false;
    };
  }

  private static boolean isText(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar _, TypeModel.EnumType _ -> true;
      case TypeModel.ListOf(var element) -> isScalar(element.type());
      case TypeModel.OptionalOf(var inner) ->
          !(inner.type() instanceof TypeModel.OptionalOf) && isText(inner.type());
      default -> false;
    };
  }

  private static boolean isScalar(TypeModel type) {
    return type instanceof TypeModel.Scalar || type instanceof TypeModel.EnumType;
  }

  private static boolean isBody(TypeModel type) {
    return type instanceof TypeModel.Bytes || type instanceof TypeModel.Stream || isJson(type);
  }

  private static boolean isJson(TypeModel type) {
    return ValueCode.hasCodec(
        type instanceof TypeModel.OptionalOf(var inner) ? inner.type() : type);
  }

  private static boolean isRight(ResultModel result) {
    var bare = result.bare();
    return bare instanceof ResultModel.Json(var value)
        ? isJson(value.type())
        : !(bare instanceof ResultModel.Unresolved);
  }

  /** Whether a settings record can be written. */
  static boolean isRight(RecordModel settings) {
    return settings.components().stream()
        .map(each -> each.value().type())
        .allMatch(Emittable::isSetting);
  }

  private static boolean isSetting(TypeModel type) {
    return switch (type) {
      case TypeModel.Other(var _, var erased) -> SettingsEmitter.reads(erased);
      case TypeModel.OptionalOf(var inner) -> isSetting(inner.type());
      default -> isScalar(type);
    };
  }
}
