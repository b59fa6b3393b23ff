package dev.covet.processor.check.table;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ColumnModel.Upkeep;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.TypeModel;
import java.util.EnumSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules for columns that the server sets by itself: of the right type, and one of each. */
public final class UpkeepChecks {
  private UpkeepChecks() {}

  public static Stream<Finding> of(CompilationModel model) {
    return model.declaredTables().flatMap(table -> of(model, table));
  }

  private static Stream<Finding> of(CompilationModel model, TableModel table) {
    var seen = EnumSet.noneOf(Upkeep.class);
    return table.columns().stream()
        .filter(column -> column.upkeep() != Upkeep.NONE)
        .flatMap(column ->
            model.component(table.name(), column.component()).stream()
                .flatMap(component ->
                    Stream.concat(
                        of(column, component, seen.add(column.upkeep())),
                        owner(model, column, component))));
  }

  /** An owner is what the id of a principal of the program says. */
  private static Stream<Finding> owner(
      CompilationModel model, ColumnModel column, ComponentModel component) {
    if (column.upkeep() != Upkeep.OWNER) return Stream.of();
    var type = component.value().type();
    var principals = new Principals(model);
    Predicate<ComponentModel> isOwner = id -> isSame(id.value().type(), type);
    var ids = principals.ids();
    var isNone =
        column.owners().isEmpty()
            ? !ids.isEmpty() && ids.stream().noneMatch(isOwner)
            : !column.owners().stream()
                .allMatch(each -> principals.id(each).filter(isOwner).isPresent());
    var isWrong = component.value().nullable() || isNone;
    return isWrong && !(type instanceof TypeModel.Unresolved)
        ? Stream.of(
            new Finding(
                Code.OWNER,
                component.where(),
                "\"%s\" says whose a row is, but %s."
                    .formatted(
                        component.name(),
                        column.owners().isEmpty() || component.value().nullable()
                            ? "no principal has an @Id of this type"
                            : "what it names is not a principal with an @Id of this type"),
                "Make it what the @Id of the principal is, and not @Nullable."))
        : Stream.of();
  }

  private static boolean isSame(TypeModel one, TypeModel other) {
    return one instanceof TypeModel.Scalar(var kind, var _)
        ? other instanceof TypeModel.Scalar(var second, var _) && kind == second
        : one.equals(other);
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

  /** Of what type an owner is decides the principal. */
  private static boolean fits(Upkeep upkeep, ComponentModel component) {
    return upkeep == Upkeep.OWNER
        || component.value().type() instanceof TypeModel.Unresolved
        || (component.value().type() instanceof TypeModel.Scalar(var kind, var _)
            && kind == upkeep.type()
            && !component.value().nullable());
  }
}
