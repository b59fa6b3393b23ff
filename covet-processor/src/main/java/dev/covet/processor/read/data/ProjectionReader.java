package dev.covet.processor.read.data;

import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.ProjectionModel.Part;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the components of a projection are, from the records that were read. Not
 * thread-safe.
 */
final class ProjectionReader {
  private final Map<TypeName, RecordModel> records;
  private final Map<TypeName, TableModel> tables;

  /** Table behind each record: its own, or the root of a projection. */
  private final Map<TypeName, TypeName> roots = new TreeMap<>();

  /** What annotations say of the components of each projection. */
  private final Map<TypeName, Map<String, RelationNote>> notes = new HashMap<>();

  ProjectionReader(Map<TypeName, RecordModel> records, Map<TypeName, TableModel> tables) {
    this.records = records;
    this.tables = tables;
  }

  /** Notes a table. */
  void table(TypeName name) {
    roots.put(name, name);
  }

  /** Notes a projection of a table, with what annotations say of its components. */
  void projection(TypeName name, TypeName root, Map<String, RelationNote> noted) {
    roots.put(name, root);
    notes.put(name, noted);
  }

  /**
   * All projections of the sources.
   *
   * @param isForgotten whether a record is used as a projection, and does not say that it is one
   */
  List<ProjectionModel> all(Predicate<TypeName> isForgotten) {
    var all = new ArrayList<ProjectionModel>();
    roots.forEach((name, root) -> {
      var record = records.get(name);
      var noted = notes.get(name);
      if (record != null && record.origin() == RecordModel.Origin.SOURCE && noted != null) {
        all.add(read(record, root, noted));
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
   * @param noted what annotations say of them, by their names
   */
  private ProjectionModel read(
      RecordModel projection, TypeName root, Map<String, RelationNote> noted) {
    var parts =
        projection.components().stream()
            .map(each -> part(each, root, noted.getOrDefault(each.name(), RelationNote.NONE)))
            .toList();
    return new ProjectionModel(projection.name(), root, parts);
  }

  private Part part(ComponentModel component, TypeName root, RelationNote note) {
    var name = component.name();
    var by = note.by();
    if (note.counted().isPresent()) return count(name, root, note.counted().get(), by);
    if (note.via().isPresent()) {
      return rows(component)
          .map(type -> through(name, root, type, new Between(note.via().get(), by)))
          .orElseGet(() -> new Part.Unknown(name, by, List.of()));
    }
    return switch (component.value().type()) {
      case TypeModel.Unresolved _ -> new Part.Unresolved(name);
      case TypeModel.RecordType(var type) when component.flatten() && type.equals(root) ->
          new Part.Whole(name);
      case TypeModel.RecordType(var type) when !component.flatten() && roots.containsKey(type) ->
          one(name, root, type, by);
      default ->
          rows(component)
              .map(type -> many(name, root, type, by))
              .orElseGet(() ->
                  by.isEmpty() ? column(component, root) : new Part.Unknown(name, by, List.of()));
    };
  }

  /** The table or projection whose rows a list holds. */
  private Optional<TypeName> rows(ComponentModel component) {
    return component.value().type() instanceof TypeModel.ListOf(var element)
            && element.type() instanceof TypeModel.RecordType(var type)
            && roots.containsKey(type)
        ? Optional.of(type)
        : Optional.empty();
  }

  private Part one(String name, TypeName root, TypeName type, String by) {
    var table = Objects.requireNonNull(roots.get(type));
    var vias = vias(root, table);
    var via = by.isEmpty() ? name + "Id" : by;
    if (vias.contains(via)) return new Part.ToOne(name, type, via);
    var backs = backs(table, root);
    return chosen(backs, by)
        .<Part>map(back -> new Part.Back(name, type, table, back))
        .orElseGet(() ->
            new Part.Unknown(
                name, by, Stream.concat(vias.stream(), backs.stream()).distinct().toList()));
  }

  private Part many(String name, TypeName root, TypeName type, String by) {
    var table = Objects.requireNonNull(roots.get(type));
    var vias = vias(table, root);
    return chosen(vias, by)
        .<Part>map(via -> new Part.ToMany(name, type, table, via))
        .orElseGet(() -> new Part.Unknown(name, by, vias));
  }

  private Part count(String name, TypeName root, TypeName table, String by) {
    var vias = vias(table, root);
    return chosen(vias, by)
        .<Part>map(via -> new Part.Count(name, table, via))
        .orElseGet(() -> new Part.Unknown(name, by, vias));
  }

  /** The table between two, and the column of it that {@code @By} names. */
  private record Between(TypeName table, String by) {}

  private Part through(String name, TypeName root, TypeName type, Between between) {
    var froms = vias(between.table(), root);
    var tos = vias(between.table(), roots.get(type));
    return chosen(froms, between.by())
        .flatMap(from ->
            chosen(without(tos, from), "")
                .<Part>map(to -> new Part.Through(name, type, between.table(), from, to)))
        .orElseGet(() -> new Part.Unknown(name, between.by(), froms));
  }

  private static List<String> without(List<String> all, String one) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }

  /** The one that {@code @By} names, or the only one there is. */
  private static Optional<String> chosen(List<String> vias, String by) {
    return by.isEmpty()
        ? Optional.of(vias).filter(each -> each.size() == 1).map(List::getFirst)
        : Optional.of(by).filter(vias::contains);
  }

  /** As {@link #vias}, those of which no two rows hold the same. */
  private List<String> backs(TypeName from, TypeName to) {
    var table = tables.get(from);
    return table == null
        ? List.of()
        : table
            .referencesTo(to)
            .filter(each -> each.unique() || (each.id() && !table.hasCompositeKey()))
            .map(ColumnModel::component)
            .toList();
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
