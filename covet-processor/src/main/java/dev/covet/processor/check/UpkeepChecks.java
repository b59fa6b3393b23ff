package dev.covet.processor.check;

import dev.covet.processor.model.ColumnModel;
import dev.covet.processor.model.ColumnModel.Upkeep;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.TypeModel;
import java.util.EnumSet;
import java.util.stream.Stream;

/** Rules for columns that the server sets by itself: of the right type, and one of each. */
final class UpkeepChecks {
  private UpkeepChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    return model.declaredTables().flatMap(table -> of(model, table));
  }

  private static Stream<Finding> of(CompilationModel model, TableModel table) {
    var seen = EnumSet.noneOf(Upkeep.class);
    return table.columns().stream()
        .filter(column -> column.upkeep() != Upkeep.NONE)
        .flatMap(column ->
            model.component(table.name(), column.component()).stream()
                .flatMap(component -> of(column, component, seen.add(column.upkeep()))));
  }

  private static Stream<Finding> of(ColumnModel column, ComponentModel component, boolean isFirst) {
    var annotation = "@" + column.upkeep().annotation();
    if (!fits(column.upkeep(), component)) {
      return Stream.of(
          new Finding(
              Code.CONSTRAINT,
              component.where(),
              "%s does not apply to %s."
                  .formatted(annotation, TypeChecks.shown(component.value().type())),
              column.upkeep() == Upkeep.VERSION
                  ? "Make the component a long."
                  : "Make the component an Instant that is not @Nullable."));
    }
    return isFirst
        ? Stream.of()
        : Stream.of(
            new Finding(
                Code.CONSTRAINT,
                component.where(),
                "A second %s would always hold what the first one does.".formatted(annotation),
                "Keep one of them."));
  }

  private static boolean fits(Upkeep upkeep, ComponentModel component) {
    return component.value().type() instanceof TypeModel.Unresolved
        || (component.value().type() instanceof TypeModel.Scalar(var kind, var _)
            && kind == upkeep.type()
            && !component.value().nullable());
  }
}
