package dev.covet.processor.model;

import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides, in one walk, what code is generated for. What generated code cannot name (private types,
 * types that the compiler does not find) and what nothing can be written for is left out, as if it
 * were not there. Classes and constants stay, so that the imports of other files resolve and the
 * compiler prints the one mistake that was made.
 */
public final class Emittable {
  private final CompilationModel all;
  private final CompilationModel model;

  private Emittable(CompilationModel all) {
    this.all = all;
    this.model = rest();
  }

  /** What of a compilation code is generated for. */
  public static Emittable of(CompilationModel model) {
    return new Emittable(model);
  }

  /** That part, as a compilation of its own. */
  public CompilationModel model() {
    return model;
  }

  private CompilationModel rest() {
    var records = new TreeMap<TypeName, RecordModel>();
    all.records().forEach((name, record) -> records.put(name, record(record)));
    var tables = new TreeMap<TypeName, TableModel>();
    all.tables().forEach((name, table) -> tables.put(name, table(table)));
    return new CompilationModel(
        records, all.enums(), unions(), tables, visible(all.codecs()), all.hiding(), declared());
  }

  private CompilationModel.Declared declared() {
    var declared = all.declared();
    return new CompilationModel.Declared(
        declared.routes().stream().map(this::routes).toList(),
        declared.guards().stream().map(this::routes).toList(),
        visible(declared.tables()),
        declared.projections().stream()
            .filter(each -> visible(each.name()))
            .map(Emittable::projection)
            .toList(),
        declared.providers().stream().filter(this::provider).toList(),
        declared.settings().stream().filter(this::settings).toList(),
        declared.errors(),
        declared.mains(),
        visible(declared.changes()),
        declared.qualifiers(),
        declared.sqls().stream().filter(this::sql).toList(),
        visible(declared.principals()),
        declared.shielded().stream().filter(this::shielded).toList(),
        declared.clients().stream().filter(this::client).toList());
  }

  private RoutesModel routes(RoutesModel routes) {
    var constructor = asked(routes.constructor());
    Predicate<List<ParameterModel>> asked = list -> constructor && asked(list);
    return routes.with(
        constructor ? routes.constructor() : List.of(),
        routes.routes().stream().filter(each -> constructor && route(each)).toList(),
        routes.hooks().stream().filter(each -> asked.test(each.parameters())).toList());
  }

  private boolean route(RouteModel route) {
    return route.isSocketRight()
        && route.parameters().stream()
            .filter(each -> !route.isGuard() || each.source() != ValueSource.QUALIFIER)
            .allMatch(each -> parameter(each) && (!route.isGuard() || !holdsMap(each)))
        && result(route.result().bare());
  }

  private boolean result(ResultModel result) {
    return !(result instanceof ResultModel.Unresolved)
        && result.types().stream().allMatch(this::json)
        && !(result instanceof ResultModel.OneOf one && !one.unfit().isEmpty());
  }

  /** An interface that names what cannot be named is left out, and so is its provider. */
  private boolean sql(SqlModel sql) {
    return sql.visible() && sql.types().allMatch(this::named);
  }

  /** A client of which a method cannot be written is left out, and so is its provider. */
  private boolean client(ClientModel client) {
    return client.visible()
        && client.faults().isEmpty()
        && client.calls().routes().stream()
            .allMatch(each -> each.socket().isEmpty() && route(each));
  }

  private boolean provider(ProviderModel provider) {
    if (provider.making().isPresent() && isLeftOut(provider.owner())) return false;
    return provider.parameters().stream()
        .allMatch(each ->
            each.source() == ValueSource.QUALIFIER
                ? named(each.value().type())
                : each.source() != ValueSource.SOCKET && parameter(each) && !holdsMap(each));
  }

  /** A class that cannot be made has no subclass either. */
  private boolean shielded(ProtectedModel type) {
    return type.isWritten()
        && all.declared().providers().stream()
            .anyMatch(each ->
                each.making().filter(type.generated()::equals).isPresent() && provider(each));
  }

  private boolean isLeftOut(TypeName owner) {
    var declared = all.declared();
    return declared.sqls().stream().anyMatch(each -> each.name().equals(owner) && !sql(each))
        || declared.client(owner).filter(each -> !client(each)).isPresent();
  }

  /** Whether a constructor or a hook can be given what it asks for. */
  private boolean asked(List<ParameterModel> parameters) {
    return parameters.stream()
        .allMatch(each ->
            named(each.value().type())
                && each.source() != ValueSource.SOCKET
                && (!each.source().groups() || ends(each.value().type(), Set.of())));
  }

  private boolean parameter(ParameterModel parameter) {
    var type = parameter.value().type();
    return named(type)
        && switch (parameter.source()) {
          case PATH -> text(type);
          case QUERY, HEADER, COOKIE, FORM -> ends(type, Set.of()) && group(Input.of(parameter));
          case BODY ->
              parameter.orForm()
                  ? json(type) && form(Input.ofForm(parameter))
                  : type instanceof TypeModel.Bytes
                      || type instanceof TypeModel.Stream
                      || json(type);
          case PROVIDED, ADDRESS, SOCKET -> true;
          case QUALIFIER -> false;
        };
  }

  /** Whether it takes what the route does not read, which the route alone knows. */
  private boolean holdsMap(ParameterModel parameter) {
    return Input.of(parameter).single(all).anyMatch(Input::isMap);
  }

  /** Whether a record that groups values does not hold itself. */
  private boolean ends(TypeModel type, Set<TypeName> around) {
    if (!(type instanceof TypeModel.RecordType(var name))) return true;
    var inside = new HashSet<>(around);
    return inside.add(name)
        && all.find(name).stream()
            .flatMap(each -> each.components().stream())
            .allMatch(each -> ends(each.value().type(), inside));
  }

  private boolean form(Input form) {
    return ends(form.value().type(), Set.of()) && form.group(all).isPresent() && group(form);
  }

  private boolean group(Input input) {
    return input
        .single(all)
        .allMatch(each ->
            each.isMap() ? map(each.inner().type()) : text(each.value().type()) || isUpload(each));
  }

  private static boolean isUpload(Input input) {
    var type = input.inner().type();
    return input.source() == ValueSource.FORM
        && (type instanceof TypeModel.Upload
            || (type instanceof TypeModel.ListOf(var element)
                && element.type() instanceof TypeModel.Upload));
  }

  private boolean text(TypeModel type) {
    return named(type)
        && switch (type) {
          case TypeModel.Scalar _, TypeModel.EnumType _, TypeModel.Coded _ -> true;
          case TypeModel.ValueClass(var name, var _, var _) -> !foreign(name);
          case TypeModel.ListOf _, TypeModel.ManyOf _ ->
              type.several().filter(each -> isSingle(each.type())).isPresent();
          case TypeModel.OptionalOf(var inner) ->
              !(inner.type() instanceof TypeModel.OptionalOf) && text(inner.type());
          default -> false;
        };
  }

  private boolean map(TypeModel type) {
    return type instanceof TypeModel.MapOf map
        && map.isByName()
        && named(type)
        && !map.value().nullable()
        && !(map.value().type() instanceof TypeModel.OptionalOf)
        && text(map.value().type());
  }

  private static boolean isSingle(TypeModel type) {
    return type instanceof TypeModel.Scalar
        || type instanceof TypeModel.EnumType
        || type instanceof TypeModel.Coded
        || type instanceof TypeModel.ValueClass;
  }

  private boolean json(TypeModel type) {
    var value = type instanceof TypeModel.OptionalOf(var inner) ? inner.type() : type;
    return data(value)
        && value.hasCodec()
        && !(type instanceof TypeModel.OptionalOf && value instanceof TypeModel.Bytes);
  }

  /** Whether it can be named, and no codec is asked for that is nowhere. */
  private boolean data(TypeModel type) {
    return named(type)
        && switch (type) {
          case TypeModel.RecordType(var name) -> !foreign(name) && arguments(name);
          case TypeModel.SealedType(var name) -> union(name) && arguments(name);
          case TypeModel.ValueClass(var name, var _, var _) -> !foreign(name);
          case TypeModel.Changes(var name) -> !foreign(name);
          default -> type.parts().stream().allMatch(each -> data(each.type()));
        };
  }

  /** Whether all types in an instance of a generic record are data. */
  private boolean arguments(TypeName name) {
    return name.instance().stream()
        .flatMap(each -> each.arguments().stream())
        .allMatch(each -> json(each.type()));
  }

  private boolean foreign(TypeName name) {
    return all.find(name).stream().anyMatch(each -> each.origin() == RecordModel.Origin.FOREIGN);
  }

  /** Whether a sealed type has a codec, and something to read by it. */
  private boolean union(TypeName name) {
    var union = all.unions().get(name);
    return union == null
        || (union.origin() != RecordModel.Origin.FOREIGN && !leaves(union).isEmpty());
  }

  private List<SealedModel.Leaf> leaves(SealedModel union) {
    return union.leaves().stream()
        .filter(each -> visible(each.record()) && !foreign(each.record()))
        .toList();
  }

  private SortedMap<TypeName, SealedModel> unions() {
    var unions = new TreeMap<TypeName, SealedModel>();
    all.unions().values().forEach(each -> unions.put(each.name(), each.with(leaves(each))));
    return unions;
  }

  private boolean named(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> visible(name);
      case TypeModel.SealedType(var name) -> visible(name);
      case TypeModel.ValueClass(var name, var _, var _) -> visible(name);
      case TypeModel.Changes(var name) -> visible(name);
      case TypeModel.EnumType(var name, var _) -> enumVisible(name);
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _, TypeModel.OptionalOf _ ->
          type.parts().stream().allMatch(each -> named(each.type()));
      case TypeModel.Unresolved _ -> false;
      case TypeModel.Scalar _,
          TypeModel.Coded _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Stream _,
          TypeModel.Upload _,
          TypeModel.Other _ ->
          true;
    };
  }

  private SortedSet<TypeName> visible(Collection<TypeName> names) {
    return names.stream().filter(this::visible).collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean visible(TypeName name) {
    var record = all.records().get(name.declared());
    var union = all.unions().get(name.declared());
    return (record == null || record.visible()) && (union == null || union.visible());
  }

  private boolean enumVisible(TypeName name) {
    var type = all.enums().get(name);
    return type == null || type.visible();
  }

  private boolean settings(TypeName name) {
    return visible(name)
        && all.find(name).stream()
            .flatMap(each -> each.components().stream())
            .allMatch(each -> setting(each.value().type()));
  }

  private static boolean setting(TypeModel type) {
    return type instanceof TypeModel.OptionalOf(var inner)
        ? setting(inner.type())
        : isSingle(type) && !(type instanceof TypeModel.Coded);
  }

  private RecordModel record(RecordModel record) {
    return new RecordModel(
        record.name(),
        record.origin(),
        record.isGeneric(),
        record.components().stream().filter(each -> data(each.value().type())).toList(),
        record.computed().stream().filter(each -> data(each.value().type())).toList(),
        record.rules(),
        record.strict(),
        record.scalar(),
        record.visible(),
        record.remarks());
  }

  private TableModel table(TableModel table) {
    var kept = all.find(table.name()).map(each -> record(each).components()).orElse(List.of());
    var names = kept.stream().map(ComponentModel::name).collect(Collectors.toUnmodifiableSet());
    return keyed(
        table.with(
            table.columns().stream()
                .filter(each -> names.contains(each.component()))
                .map(this::column)
                .toList()));
  }

  /** A column that refers to what is no table was reported; until then it refers to nothing. */
  private ColumnModel column(ColumnModel column) {
    return column.references().filter(each -> !all.tables().containsKey(each.table())).isPresent()
        ? column.free()
        : column;
  }

  /** A table without key was reported; until then its first column stands for it. */
  private static TableModel keyed(TableModel table) {
    if (!table.ids().isEmpty() || table.columns().isEmpty()) return table;
    var columns = new ArrayList<>(table.columns());
    columns.set(0, columns.getFirst().asId());
    return table.with(columns);
  }

  private static ProjectionModel projection(ProjectionModel projection) {
    return new ProjectionModel(
        projection.name(),
        projection.root(),
        projection.parts().stream().filter(Emittable::meant).toList());
  }

  private static boolean meant(ProjectionModel.Part part) {
    return !(part instanceof ProjectionModel.Part.Unknown
        || part instanceof ProjectionModel.Part.Unresolved);
  }

  /**
   * What is declared and left out. A rule must have been broken by it: if none was told, then this
   * is, so that nothing is missing from a program without a word.
   */
  public List<Lost> lost() {
    return Lost.between(all, model);
  }

  /** Whether the compiler finds all types; else it says itself which it does not. */
  public boolean isComplete() {
    return ResolvedTypes.isAll(all);
  }
}
