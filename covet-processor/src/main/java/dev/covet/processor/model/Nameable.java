package dev.covet.processor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Leaves out what generated code cannot name, and nothing else: private types, and types that the
 * compiler does not find. Classes and constants stay, so that the imports of other files resolve
 * and the compiler prints the one mistake that was made.
 */
public final class Nameable {
  private final CompilationModel model;

  private Nameable(CompilationModel model) {
    this.model = model;
  }

  /** The same compilation, as far as generated code can name it. */
  public static CompilationModel of(CompilationModel model) {
    return new Nameable(model).rest();
  }

  private CompilationModel rest() {
    var records = new TreeMap<TypeName, RecordModel>();
    model.records().forEach((name, record) -> records.put(name, record(record)));
    var tables = new TreeMap<TypeName, TableModel>();
    model.tables().forEach((name, table) -> tables.put(name, table(table)));
    return new CompilationModel(
        records,
        model.enums(),
        tables,
        visible(model.codecs()),
        model.hiding(),
        declared(model.declared()));
  }

  private CompilationModel.Declared declared(CompilationModel.Declared all) {
    return new CompilationModel.Declared(
        all.routes().stream().map(this::routes).toList(),
        visible(all.tables()),
        all.projections().stream()
            .filter(each -> visible(each.name()))
            .map(Nameable::projection)
            .toList(),
        all.providers().stream().filter(each -> parameters(each.parameters())).toList(),
        all.settings().stream().filter(each -> visible(each.name())).toList(),
        all.errors(),
        all.mains(),
        visible(all.changes()),
        all.qualifiers());
  }

  private SortedSet<TypeName> visible(Collection<TypeName> names) {
    return names.stream().filter(this::visible).collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean visible(TypeName name) {
    var record = model.records().get(name);
    return record == null || record.visible();
  }

  private RoutesModel routes(RoutesModel all) {
    var constructor = parameters(all.constructor());
    Predicate<List<ParameterModel>> named = list -> constructor && parameters(list);
    return all.with(
        constructor ? all.constructor() : List.of(),
        all.routes().stream()
            .filter(each -> named.test(each.parameters()) && result(each.result()))
            .filter(each -> bodies(each.parameters()))
            .toList(),
        all.hooks().stream().filter(each -> named.test(each.parameters())).toList());
  }

  private boolean bodies(List<ParameterModel> parameters) {
    return parameters.stream()
        .filter(each -> each.source() == Source.BODY)
        .allMatch(each -> data(each.value().type()));
  }

  private boolean parameters(List<ParameterModel> parameters) {
    return parameters.stream()
        .allMatch(each ->
            named(each.value().type())
                && (each.source() != Source.QUERY || ends(each.value().type(), Set.of())));
  }

  /** Whether a record that groups values does not hold itself. */
  private boolean ends(TypeModel type, Set<TypeName> around) {
    if (!(type instanceof TypeModel.RecordType(var name))) {
      return true;
    }
    var inside = new HashSet<>(around);
    return inside.add(name)
        && model.find(name).stream()
            .flatMap(each -> each.components().stream())
            .allMatch(each -> ends(each.value().type(), inside));
  }

  private boolean result(ResultModel result) {
    var bare = result.bare();
    return bare instanceof ResultModel.Json(var value)
        ? data(value.type())
        : !(bare instanceof ResultModel.Unresolved);
  }

  private boolean named(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> visible(name);
      case TypeModel.Changes(var name) -> visible(name);
      case TypeModel.EnumType(var name, var _) -> enumVisible(name);
      case TypeModel.ListOf(var element) -> named(element.type());
      case TypeModel.OptionalOf(var element) -> named(element.type());
      case TypeModel.Unresolved _ -> false;
      case TypeModel.Scalar _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Stream _,
          TypeModel.Other _ ->
          true;
    };
  }

  /** Whether it can be named, and no codec is asked for that is nowhere. */
  private boolean data(TypeModel type) {
    return named(type)
        && switch (type) {
          case TypeModel.RecordType(var name) -> !foreign(name);
          case TypeModel.Changes(var name) -> !foreign(name);
          case TypeModel.ListOf(var element) -> data(element.type());
          case TypeModel.OptionalOf(var element) -> data(element.type());
          default -> true;
        };
  }

  private boolean foreign(TypeName name) {
    return model.find(name).stream().anyMatch(each -> each.origin() == RecordModel.Origin.FOREIGN);
  }

  private boolean enumVisible(TypeName name) {
    var type = model.enums().get(name);
    return type == null || type.visible();
  }

  private RecordModel record(RecordModel all) {
    return new RecordModel(
        all.name(),
        all.origin(),
        all.components().stream().filter(each -> data(each.value().type())).toList(),
        all.computed().stream().filter(each -> data(each.value().type())).toList(),
        all.rules(),
        all.strict(),
        all.visible(),
        all.doc());
  }

  private TableModel table(TableModel all) {
    var kept = model.find(all.name()).map(each -> record(each).components()).orElse(List.of());
    var names = kept.stream().map(ComponentModel::name).collect(Collectors.toUnmodifiableSet());
    return keyed(
        new TableModel(
            all.name(),
            all.sqlName(),
            all.columns().stream().filter(each -> names.contains(each.component())).toList()));
  }

  /** A table without key was reported; until then its first column stands for it. */
  private static TableModel keyed(TableModel table) {
    if (!table.ids().isEmpty() || table.columns().isEmpty()) {
      return table;
    }
    var columns = new ArrayList<>(table.columns());
    columns.set(0, columns.getFirst().asId());
    return new TableModel(table.name(), table.sqlName(), columns);
  }

  private static ProjectionModel projection(ProjectionModel all) {
    return new ProjectionModel(
        all.name(), all.root(), all.parts().stream().filter(Nameable::meant).toList());
  }

  private static boolean meant(ProjectionModel.Part part) {
    return switch (part) {
      case ProjectionModel.Part.Unknown _, ProjectionModel.Part.Unresolved _ -> false;
      case ProjectionModel.Part.Whole _,
          ProjectionModel.Part.Column _,
          ProjectionModel.Part.ToOne _,
          ProjectionModel.Part.ToMany _ ->
          true;
    };
  }
}
