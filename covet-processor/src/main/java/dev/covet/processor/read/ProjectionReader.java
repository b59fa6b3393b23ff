package dev.covet.processor.read;

import dev.covet.processor.model.ColumnModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.ProjectionModel.Part;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  ProjectionModel read(RecordModel projection, TypeName root) {
    var parts = projection.components().stream().map(each -> part(each, root)).toList();
    return new ProjectionModel(projection.name(), root, parts);
  }

  private Part part(ComponentModel component, TypeName root) {
    var name = component.name();
    return switch (component.value().type()) {
      case TypeModel.Unresolved _ -> new Part.Unresolved(name);
      case TypeModel.RecordType(var type) when component.flatten() && type.equals(root) ->
          new Part.Whole(name);
      case TypeModel.RecordType(var type) when !component.flatten() && roots.containsKey(type) ->
          toOne(name, type, root);
      case TypeModel.ListOf(var element)
          when element.type() instanceof TypeModel.RecordType(var type)
              && roots.containsKey(type) ->
          toMany(name, type, root);
      default -> column(component, root);
    };
  }

  private Part toOne(String name, TypeName target, TypeName root) {
    var table = roots.get(target);
    var via = column(root, name + "Id").filter(column -> refers(column, table));
    return via.<Part>map(column -> new Part.ToOne(name, target, column.component()))
        .orElseGet(() -> unknown(name));
  }

  private Part toMany(String name, TypeName target, TypeName root) {
    var table = tables.get(roots.get(target));
    var vias =
        table == null
            ? List.<String>of()
            : table.referencesTo(root).map(ColumnModel::component).toList();
    return vias.size() == 1
        ? new Part.ToMany(name, target, vias.getFirst())
        : new Part.Unknown(name, vias);
  }

  private Part column(ComponentModel component, TypeName root) {
    var name = component.name();
    var same =
        Optional.ofNullable(records.get(root)).stream()
            .flatMap(table -> table.components().stream())
            .anyMatch(each -> each.name().equals(name) && sameType(each, component));
    return same ? new Part.Column(name) : unknown(name);
  }

  private static boolean sameType(ComponentModel column, ComponentModel component) {
    return column.value().type().reference().equals(component.value().type().reference());
  }

  private static Part unknown(String name) {
    return new Part.Unknown(name, List.of());
  }

  private Optional<ColumnModel> column(TypeName root, String component) {
    return Optional.ofNullable(tables.get(root)).flatMap(table -> table.column(component));
  }

  private static boolean refers(ColumnModel column, @Nullable TypeName table) {
    return column.references().filter(to -> to.table().equals(table)).isPresent();
  }
}
