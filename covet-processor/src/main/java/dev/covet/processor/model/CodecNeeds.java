package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which records and sealed types need a codec: those that bodies and answers hold, however deep.
 */
public final class CodecNeeds {
  private CodecNeeds() {}

  /**
   * The records and sealed types compiled here that need a codec, sorted.
   *
   * @param asked records that need one whether a route names them or not
   * @param records all that were seen
   * @param unions all sealed types that were seen
   */
  public static SortedSet<TypeName> of(
      Collection<RoutesModel> routes,
      Set<TypeName> asked,
      Map<TypeName, RecordModel> records,
      Map<TypeName, SealedModel> unions) {
    var open = new ArrayDeque<TypeName>(asked);
    routes.stream()
        .flatMap(each -> each.routes().stream())
        .flatMap(CodecNeeds::named)
        .forEach(open::add);
    records.values().stream()
        .filter(RecordModel::isValueClass)
        .map(RecordModel::name)
        .forEach(open::add);
    var needed = new TreeSet<TypeName>();
    while (!open.isEmpty()) {
      var name = open.remove();
      var record = records.get(name);
      var union = unions.get(name);
      if (record != null && record.origin().here() && needed.add(name)) {
        parts(record).forEach(open::add);
      }
      if (union != null && union.origin().here() && needed.add(name)) {
        union.leaves().forEach(each -> open.add(each.record()));
      }
    }
    return needed;
  }

  /**
   * The records without a table of which a route, a provider or a component takes {@code Changes}.
   */
  public static SortedSet<TypeName> changes(
      Collection<RoutesModel> routes,
      Collection<ProviderModel> providers,
      Map<TypeName, RecordModel> records,
      Set<TypeName> tables) {
    var parameters =
        Stream.concat(
            routes.stream().flatMap(RoutesModel::read),
            providers.stream().flatMap(each -> each.parameters().stream()));
    var held =
        records.values().stream()
            .filter(each -> each.origin().here())
            .flatMap(each -> each.components().stream())
            .map(ComponentModel::value);
    var found = new TreeSet<TypeName>();
    Stream.concat(parameters.map(ParameterModel::value), held)
        .map(ValueModel::type)
        .forEach(type -> {
          if (type instanceof TypeModel.Changes(var of)
              && records.containsKey(of)
              && !tables.contains(of)) {
            found.add(of);
          }
        });
    return found;
  }

  /** The records that providers read from bodies. */
  public static SortedSet<TypeName> bodies(Collection<ProviderModel> providers) {
    var found = new TreeSet<TypeName>();
    providers.stream()
        .flatMap(each -> each.parameters().stream())
        .filter(each -> each.source() == ValueSource.BODY)
        .flatMap(each -> each.value().type().record().stream())
        .forEach(found::add);
    return found;
  }

  /** The records that columns hold as JSON, which rows of SQL are read from. */
  public static SortedSet<TypeName> columns(
      Collection<SqlModel> sqls, Map<TypeName, RecordModel> records) {
    var found = new TreeSet<TypeName>();
    sqls.stream()
        .flatMap(SqlModel::types)
        .flatMap(
            each -> each instanceof TypeModel.RecordType(var name) ? Stream.of(name) : Stream.of())
        .flatMap(each -> Stream.ofNullable(records.get(each)))
        .flatMap(CodecNeeds::parts)
        .forEach(found::add);
    return found;
  }

  /** The records compiled here that the routes of a class, and their providers, may read. */
  public static SortedSet<TypeName> bodies(
      RoutesModel routes, Providers providers, CompilationModel model) {
    var read =
        routes
            .read()
            .flatMap(providers::readBy)
            .filter(each -> each.source() == ValueSource.BODY)
            .flatMap(each -> each.value().type().record().stream())
            .collect(Collectors.toSet());
    return of(List.of(routes), read, model.records(), model.unions());
  }

  private static Stream<TypeName> named(RouteModel route) {
    var bodies =
        route.parameters().stream()
            .filter(each -> each.source() == ValueSource.BODY)
            .flatMap(each -> each.value().type().record().stream());
    return Stream.concat(bodies, of(route.result()));
  }

  private static Stream<TypeName> parts(RecordModel record) {
    return record.all().flatMap(each -> each.value().type().record().stream());
  }

  private static Stream<TypeName> of(ResultModel result) {
    return result.types().stream().flatMap(each -> each.record().stream());
  }
}
