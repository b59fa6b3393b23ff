package dev.covet.processor.read;

import dev.covet.processor.model.ColumnModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.ProjectionModel.Part;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out what the components of a projection are, from the records that were read. */
final class ProjectionReader {
  private final Map<TypeName, RecordModel> records;
  private final Map<TypeName, TableModel> tables;

  /** Table behind each record: its own, or the root of a projection. */
  private final Map<TypeName, TypeName> roots;

  ProjectionReader(
      Map<TypeName, RecordModel> records,
      Map<TypeName, TableModel> tables,
      Map<TypeName, TypeName> roots) {
    this.records = records;
    this.tables = tables;
    this.roots = roots;
  }

  /**
   * All projections of the sources.
   *
   * @param bys what {@code @By} says of the components of each
   * @param isForgotten whether a record is used as a projection, and does not say that it is one
   */
  List<ProjectionModel> all(
      Map<TypeName, Map<String, String>> bys, Predicate<TypeName> isForgotten) {
    var all = new ArrayList<ProjectionModel>();
    roots.forEach((name, root) -> {
      var record = records.get(name);
      var by = bys.get(name);
      if (record != null && record.origin() == RecordModel.Origin.SOURCE && by != null) {
        all.add(read(record, root, by));
      }
    });
    records.keySet().stream()
        .filter(each -> !roots.containsKey(each))
        .filter(isForgotten)
        .forEach(each -> all.add(new ProjectionModel(each, each, List.of())));
    return all;
  }

  /**
   * What a projection's components are.
   *
   * @param bys what {@code @By} says of them, by their names
   */
  private ProjectionModel read(RecordModel projection, TypeName root, Map<String, String> bys) {
    var parts =
        projection.components().stream()
            .map(each -> part(each, root, bys.getOrDefault(each.name(), "")))
            .toList();
    return new ProjectionModel(projection.name(), root, parts);
  }

  private Part part(ComponentModel component, TypeName root, String by) {
    var name = component.name();
    return switch (component.value().type()) {
      case TypeModel.Unresolved _ -> new Part.Unresolved(name);
      case TypeModel.RecordType(var type) when component.flatten() && type.equals(root) ->
          new Part.Whole(name);
      case TypeModel.RecordType(var type) when !component.flatten() && roots.containsKey(type) -> {
        var vias = vias(root, roots.get(type));
        var via = by.isEmpty() ? name + "Id" : by;
        yield vias.contains(via)
            ? new Part.ToOne(name, type, via)
            : new Part.Unknown(name, by, vias);
      }
      case TypeModel.ListOf(var element)
          when element.type() instanceof TypeModel.RecordType(var type)
              && roots.containsKey(type) -> {
        var table = Objects.requireNonNull(roots.get(type));
        var vias = vias(table, root);
        var isClear = by.isEmpty() ? vias.size() == 1 : vias.contains(by);
        yield isClear
            ? new Part.ToMany(name, type, table, by.isEmpty() ? vias.getFirst() : by)
            : new Part.Unknown(name, by, vias);
      }
      default -> by.isEmpty() ? column(component, root) : new Part.Unknown(name, by, List.of());
    };
  }

  /** The components of a table that refer to another one. */
  private List<String> vias(@Nullable TypeName from, @Nullable TypeName to) {
    var table = from == null ? null : tables.get(from);
    return table == null || to == null
        ? List.of()
        : table.referencesTo(to).map(ColumnModel::component).toList();
  }

  private Part column(ComponentModel component, TypeName root) {
    var name = component.name();
    var same =
        Optional.ofNullable(records.get(root)).stream()
            .flatMap(table -> table.components().stream())
            .anyMatch(each -> each.name().equals(name) && sameType(each, component));
    return same ? new Part.Column(name) : new Part.Unknown(name, "", List.of());
  }

  private static boolean sameType(ComponentModel column, ComponentModel component) {
    return column.value().type().reference().equals(component.value().type().reference());
  }
}
