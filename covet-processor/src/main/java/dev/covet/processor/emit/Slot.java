package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a record's JSON.
 *
 * @param path accessors from the record to the value: one, or more where records are flattened
 * @param component the component at the end of the path
 */
record Slot(List<String> path, ComponentModel component) {
  /** Copies the path. */
  Slot {
    path = List.copyOf(path);
  }

  /** The fields of a record, those of what it flattens in their place. */
  static List<Slot> of(RecordModel record, CompilationModel model) {
    var slots = new ArrayList<Slot>();
    collect(record, List.of(), slots, model);
    return slots;
  }

  private static void collect(
      RecordModel record, List<String> path, List<Slot> slots, CompilationModel model) {
    for (var component : record.components()) {
      var here = new ArrayList<>(path);
      here.add(component.name());
      var flattened =
          component.flatten() && component.value().type() instanceof TypeModel.RecordType(var name)
              ? model.find(name)
              : java.util.Optional.<RecordModel>empty();
      flattened.ifPresentOrElse(
          inner -> collect(inner, here, slots, model), () -> slots.add(new Slot(here, component)));
    }
  }

  /** The path as one name: {@code hero_secretName}. */
  String name() {
    return String.join("_", path);
  }

  /** The expression that reads it from a variable: {@code value.hero().secretName()}. */
  String read(String variable) {
    return variable + "." + String.join("().", path) + "()";
  }
}
