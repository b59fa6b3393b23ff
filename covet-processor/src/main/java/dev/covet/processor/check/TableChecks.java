package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.ProjectionModel.Part;
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
            .filter(table -> table.ids().isEmpty())
            .map(table -> noId(table.name()));
    return Stream.concat(tables, model.declared().projections().stream().flatMap(TableChecks::of));
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
