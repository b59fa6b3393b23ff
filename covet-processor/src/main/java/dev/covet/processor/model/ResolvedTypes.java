package dev.covet.processor.model;

import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeModel;
import java.util.List;
import java.util.stream.Stream;

/** Whether the compiler finds the types that a compilation names. */
final class ResolvedTypes {
  private ResolvedTypes() {}

  /** Whether the compiler finds all types; else it says itself which it does not. */
  static boolean isAll(CompilationModel all) {
    var declared = all.declared();
    var types =
        Stream.of(
                declared.called().flatMap(ResolvedTypes::types),
                declared.providers().stream().flatMap(each -> types(each.parameters())),
                declared.sqls().stream().flatMap(SqlModel::types),
                all.records().values().stream()
                    .filter(each -> !each.isGeneric())
                    .flatMap(ResolvedTypes::types))
            .flatMap(each -> each);
    return types.allMatch(ResolvedTypes::isFound);
  }

  private static Stream<TypeModel> types(RoutesModel routes) {
    return Stream.of(
            types(routes.constructor()),
            routes.routes().stream().flatMap(each -> types(each.parameters())),
            routes.routes().stream().flatMap(each -> types(each.result().bare())),
            routes.hooks().stream().flatMap(each -> types(each.parameters())))
        .flatMap(each -> each);
  }

  private static Stream<TypeModel> types(List<ParameterModel> parameters) {
    return parameters.stream().map(each -> each.value().type());
  }

  private static Stream<TypeModel> types(RecordModel record) {
    return record.all().map(each -> each.value().type());
  }

  private static Stream<TypeModel> types(ResultModel result) {
    return result instanceof ResultModel.Unresolved
        ? Stream.of(new TypeModel.Unresolved(""))
        : result.types().stream();
  }

  private static boolean isFound(TypeModel type) {
    return !(type instanceof TypeModel.Unresolved)
        && type.parts().stream().allMatch(each -> isFound(each.type()));
  }
}
