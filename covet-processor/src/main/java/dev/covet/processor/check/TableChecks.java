package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.ProjectionModel.Part;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.Where;
import java.util.stream.Stream;

/** Rules for tables and projections. */
final class TableChecks {
  private static final String TABLE = "dev.covet.api.Table";

  private TableChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var tables =
        model.tables().values().stream()
            .filter(table -> model.declared().tables().contains(table.name()))
            .flatMap(table -> of(model, table));
    return Stream.concat(tables, model.declared().projections().stream().flatMap(TableChecks::of));
  }

  private static Stream<Finding> of(CompilationModel model, TableModel table) {
    var noId = table.ids().isEmpty() ? Stream.of(noId(table.name())) : Stream.<Finding>of();
    var noScale =
        model.find(table.name()).stream()
            .flatMap(row -> row.components().stream())
            .filter(TableChecks::lacksScale)
            .map(TableChecks::noScale);
    return Stream.concat(noId, noScale);
  }

  private static boolean lacksScale(ComponentModel component) {
    return component.value().type() instanceof TypeModel.Scalar(var kind, _)
        && kind == ScalarKind.DECIMAL
        && component.value().constraints().stream()
            .noneMatch(constraint -> constraint.plain() instanceof ConstraintModel.Digits);
  }

  private static Finding noScale(ComponentModel component) {
    return new Finding(
        Code.DECIMAL_SCALE,
        component.where(),
        "Column %s holds exact decimals and does not say of how many digits."
            .formatted(component.name()),
        "Say it, for example @Digits(integer = 10, fraction = 2).");
  }

  private static Finding noId(TypeName table) {
    return new Finding(
        Code.NO_ID,
        Where.of(table).at(TABLE),
        "Table " + table.simple() + " has no @Id, so no row of it can be found again.",
        "Add a component, such as @Id long id.");
  }

  private static Stream<Finding> of(ProjectionModel projection) {
    return projection.parts().stream()
        .flatMap(part ->
            part instanceof Part.Unknown unknown
                ? Stream.of(unknown(projection, unknown))
                : Stream.of());
  }

  private static Finding unknown(ProjectionModel projection, Part.Unknown part) {
    var root = projection.root().simple();
    return new Finding(
        Code.PROJECTION,
        Where.of(projection.name()).member(part.component()),
        "\"%s\" is no column of %s and no relation of it.".formatted(part.component(), root),
        part.candidates().isEmpty()
            ? "Name it and type it as a column of %s, or as a table that @References joins to it."
                .formatted(root)
            : "Several columns could be meant: " + String.join(", ", part.candidates()) + ".");
  }
}
