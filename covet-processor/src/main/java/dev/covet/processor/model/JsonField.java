package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ComponentModel.Role;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a record's JSON.
 *
 * @param path accessors from the record to the value: one, or more where records are flattened
 * @param component the component at the end of the path, seen and set no further than all on it
 * @param stored whether it is of a table, whose texts hold no U+0000
 * @param computed whether it is a method that goes out as a field
 * @param change position of the component in the record whose {@code Changes} are flattened; -1 if
 *     it is no change
 */
public record JsonField(
    List<String> path, ComponentModel component, boolean stored, boolean computed, int change) {
  /** Copies the path. */
  public JsonField {
    path = List.copyOf(path);
  }

  /** Whether it is one of the changes that a component holds, which may be absent. */
  public boolean isChange() {
    return change >= 0;
  }

  /** Whether input without it is refused. */
  public boolean required() {
    return !isChange() && component.required();
  }

  /** The fields of a record, those of what it flattens in their place. */
  public static List<JsonField> of(RecordModel record, CompilationModel model) {
    var slots = new ArrayList<JsonField>();
    new Collector(model, slots).collect(record, List.of(), Role.PLAIN);
    return slots;
  }

  /** The methods that go out as fields, those of what it flattens first. */
  public static List<JsonField> computed(RecordModel record, CompilationModel model) {
    var slots = new ArrayList<JsonField>();
    new Collector(model, slots).computed(record, List.of());
    return slots;
  }

  /** The record that stands in the place of a component, if its fields do. */
  public static Optional<RecordModel> flattened(ComponentModel component, CompilationModel model) {
    return flat(component, model).filter(inner -> !endless(inner, model, Set.of()));
  }

  /** The record the changes of which stand in the place of a component, if they do. */
  public static Optional<RecordModel> changed(ComponentModel component, CompilationModel model) {
    return component.flatten()
            && !component.value().nullable()
            && component.value().type() instanceof TypeModel.Changes(var of)
        ? model.find(of).filter(record -> isChangeable(record, model))
        : Optional.empty();
  }

  /** Whether the fields of what a component holds stand in its place. */
  public static boolean isReplaced(ComponentModel component, CompilationModel model) {
    return flattened(component, model).isPresent() || changed(component, model).isPresent();
  }

  /** Whether changes of a record can be told by its fields: they are its components. */
  public static boolean isChangeable(RecordModel record, CompilationModel model) {
    return !record.components().isEmpty()
        && record.components().stream()
            .noneMatch(each -> flattened(each, model).isPresent() || isFlatChanges(each));
  }

  private static boolean isFlatChanges(ComponentModel component) {
    return component.flatten() && component.value().type() instanceof TypeModel.Changes;
  }

  private static Optional<RecordModel> flat(ComponentModel component, CompilationModel model) {
    return component.flatten()
            && !component.value().nullable()
            && component.value().type() instanceof TypeModel.RecordType(var name)
        ? model.find(name)
        : Optional.empty();
  }

  /** Whether a record flattens itself, at whatever depth. */
  private static boolean endless(RecordModel record, CompilationModel model, Set<TypeName> around) {
    var inside = new HashSet<>(around);
    return !inside.add(record.name())
        || record.components().stream()
            .flatMap(each -> flat(each, model).stream())
            .anyMatch(inner -> endless(inner, model, inside));
  }

  /** The path as one name: {@code hero_secretName}. */
  public String name() {
    return String.join("_", path);
  }

  /** The expression that reads it from a variable: {@code value.hero().secretName()}. */
  public String read(String variable) {
    return variable + "." + String.join("().", path) + "()";
  }

  private record Collector(CompilationModel model, List<JsonField> slots) {
    void collect(RecordModel record, List<String> path, Role outer) {
      for (var component : record.components()) {
        var here = below(path, component);
        var role = both(outer, component.role());
        var changed = changed(component, model);
        changed.ifPresent(of -> changes(of, here, role));
        if (changed.isEmpty()) {
          flattened(component, model)
              .ifPresentOrElse(
                  inner -> collect(inner, here, role),
                  () -> slots.add(slot(record, here, component.withRole(role))));
        }
      }
    }

    private void changes(RecordModel of, List<String> path, Role outer) {
      for (var i = 0; i < of.components().size(); i++) {
        var component = of.components().get(i);
        if (component.role().changes()) {
          slots.add(
              new JsonField(
                  below(path, component),
                  component.withRole(both(outer, component.role())),
                  false,
                  false,
                  i));
        }
      }
    }

    private JsonField slot(RecordModel record, List<String> path, ComponentModel component) {
      return new JsonField(path, component, model.tables().containsKey(record.name()), false, -1);
    }

    void computed(RecordModel record, List<String> path) {
      for (var component : record.components()) {
        flattened(component, model).ifPresent(inner -> computed(inner, below(path, component)));
      }
      for (var method : record.computed()) {
        slots.add(new JsonField(below(path, method), method, false, true, -1));
      }
    }

    private static List<String> below(List<String> path, ComponentModel component) {
      var here = new ArrayList<>(path);
      here.add(component.name());
      return here;
    }

    /** What is read-only or write-only stays so inside of what is flattened. */
    private static Role both(Role outer, Role inner) {
      if (outer == Role.PLAIN) return inner;
      return Role.of(outer.input() && inner.input(), outer.output() && inner.output());
    }
  }
}
