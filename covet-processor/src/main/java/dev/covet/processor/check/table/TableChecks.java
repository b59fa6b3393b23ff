package dev.covet.processor.check.table;

import static java.util.Locale.ROOT;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.ProjectionModel.Part;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for tables and projections. */
public final class TableChecks {
  private static final String TABLE = "dev.covet.api.Table";
  private static final String PROJECTION = "dev.covet.api.Projection";

  private TableChecks() {}

  public static Stream<Finding> of(CompilationModel model, SourcesModel sources) {
    var tables =
        model
            .declaredTables()
            .filter(table -> !sources.isNoRecord(table.name()))
            .flatMap(table -> of(model, table));
    return Stream.concat(
        tables,
        model.declared().projections().stream()
            .filter(each -> !sources.isForgotten(each.name()))
            .flatMap(each -> of(model, each)));
  }

  private static Stream<Finding> of(CompilationModel model, TableModel table) {
    var noId = table.ids().isEmpty() ? Stream.of(noId(table.name())) : Stream.<Finding>of();
    var noScale =
        model.find(table.name()).stream()
            .flatMap(row -> row.components().stream())
            .filter(TableChecks::lacksScale)
            .map(TableChecks::noScale);
    var options =
        model.find(table.name()).stream()
            .flatMap(row -> row.components().stream())
            .filter(each -> each.value().type() instanceof TypeModel.OptionalOf)
            .map(TableChecks::noOption);
    var noDatabase = table.database().filter(each -> !each.values().isEmpty()).stream();
    return Stream.of(
            noId,
            noScale,
            options,
            neverNull(model, table),
            leaks(model, table),
            sameColumn(model, table),
            noDatabase.map(each -> noDatabase(table.name(), each)))
        .flatMap(each -> each);
  }

  /** What is called like a password or a key goes to nobody (security.md A11). */
  private static Stream<Finding> leaks(CompilationModel model, TableModel table) {
    return model.find(table.name()).stream()
        .flatMap(row -> row.components().stream())
        .filter(each -> isOfSecret(each.name().toLowerCase(ROOT)) && each.role().output())
        .filter(each ->
            each.value().type() instanceof TypeModel.Scalar(var kind, var _)
                && kind == ScalarKind.STRING)
        .map(each ->
            new Finding(
                Code.LEAK,
                each.where(),
                "\"%s\" sounds like a secret, and answers would show it.".formatted(each.name()),
                "Make it a Secret, or say @WriteOnly."));
  }

  private static boolean isOfSecret(String name) {
    return name.startsWith("password") || name.equals("apikey") || name.endsWith("token");
  }

  /** SQL makes no difference between the cases of a name. */
  private static Stream<Finding> sameColumn(CompilationModel model, TableModel table) {
    var names = new HashMap<String, String>();
    return table.columns().stream()
        .flatMap(column -> {
          var other = names.putIfAbsent(column.sqlName().toLowerCase(ROOT), column.component());
          return other == null
              ? Stream.<Finding>empty()
              : model.component(table.name(), column.component()).stream()
                  .map(it -> sameColumn(it, other, column.sqlName()));
        });
  }

  private static Finding sameColumn(ComponentModel component, String other, String column) {
    return new Finding(
        Code.SAME_NAME,
        component.where(),
        "\"%s\" and \"%s\" are both the column %s.".formatted(other, component.name(), column),
        "Name one otherwise: @Column(\"...\").");
  }

  private static Stream<Finding> neverNull(CompilationModel model, TableModel table) {
    return table.columns().stream()
        .filter(TableChecks::becomesNull)
        .flatMap(column -> model.component(table.name(), column.component()).stream())
        .filter(component -> !component.value().nullable())
        .map(component ->
            new Finding(
                Code.CONSTRAINT,
                component.where(),
                "onDelete = SET_NULL does not apply to %s, which may not be null."
                    .formatted(component.name()),
                "Mark it @Nullable, or say REFUSE or CASCADE."));
  }

  private static boolean becomesNull(ColumnModel column) {
    return column.references().filter(to -> to.onDelete().equals("SET_NULL")).isPresent();
  }

  private static boolean lacksScale(ComponentModel component) {
    var value =
        component.value().type() instanceof TypeModel.ValueClass valueClass
            ? valueClass.value()
            : component.value();
    return value.type() instanceof TypeModel.Scalar(var kind, _)
        && kind == ScalarKind.DECIMAL
        && value.known().noneMatch(each -> each.is(ConstraintKind.DIGITS));
  }

  private static Finding noScale(ComponentModel component) {
    return new Finding(
        Code.DECIMAL_SCALE,
        component.where(),
        "Column %s is a decimal number, and nothing says how many digits it has."
            .formatted(component.name()),
        "Put @Digits on it, for example @Digits(integer = 10, fraction = 2).");
  }

  private static Finding noOption(ComponentModel component) {
    return new Finding(
        Code.NO_CODEC,
        component.where(),
        "Column %s cannot be an Optional: a column has a value or null."
            .formatted(component.name()),
        "Use @Nullable.");
  }

  private static Finding noDatabase(TypeName table, QualifierModel qualifier) {
    return new Finding(
        Code.DATABASE,
        Where.of(table).at(qualifier.annotation().qualified()),
        "@%s has values, and an app names a database by the annotation alone."
            .formatted(qualifier.annotation().simple()),
        "Put an annotation without values on it, one for each database.");
  }

  private static Finding noId(TypeName table) {
    return new Finding(
        Code.NO_ID,
        Where.of(table).at(TABLE),
        "Table " + table.simple() + " has no @Id, so its rows cannot be found.",
        "Add a component, such as @Id long id.");
  }

  private static Stream<Finding> of(CompilationModel model, ProjectionModel projection) {
    return model.tables().containsKey(projection.root())
        ? projection.parts().stream().flatMap(part -> of(model, projection, part).stream())
        : Stream.of(noRows(projection));
  }

  private static Finding noRows(ProjectionModel projection) {
    return new Finding(
        Code.PROJECTION,
        Where.of(projection.name()).at(PROJECTION),
        "%s is not a table, so it has no rows to read.".formatted(projection.root().simple()),
        "Name a record that says @Table.");
  }

  private static Optional<Finding> of(
      CompilationModel model, ProjectionModel projection, Part part) {
    return switch (part) {
      case Part.Unknown unknown -> Optional.of(unknown(model, projection, unknown));
      case Part.Column(var name) -> nullable(model, projection, name, name);
      case Part.ToOne(var name, _, var via) -> nullable(model, projection, name, via);
      case Part.Whole _,
          Part.ToMany _,
          Part.Back _,
          Part.Through _,
          Part.Count _,
          Part.Unresolved _ ->
          Optional.empty();
    };
  }

  private static Finding unknown(
      CompilationModel model, ProjectionModel projection, Part.Unknown part) {
    var root = projection.root().simple();
    var way =
        part.candidates().stream()
            .map("@By(\"%s\")"::formatted)
            .collect(Collectors.joining(" or "));
    if (!part.by().isEmpty()) {
      return finding(
          projection,
          part,
          "@By(\"%s\") names no column by which \"%s\" belongs to %s."
              .formatted(part.by(), part.component(), root),
          way.isEmpty() ? "Leave it out." : "Write " + way + ".");
    }
    var none = "\"%s\" is neither a column nor a relation of %s.".formatted(part.component(), root);
    if (!way.isEmpty()) {
      return finding(projection, part, none, right(otherNames(model, projection, part), way));
    }
    return model
        .component(projection.root(), part.component())
        .map(column ->
            finding(
                projection,
                part,
                "\"%s\" of %s has another type.".formatted(part.component(), root),
                "Write %s.".formatted(TypeChecks.shown(column.value().type()))))
        .orElseGet(() ->
            finding(
                projection,
                part,
                none,
                "Name it and type it as a column of %s, or as a table that @References joins to it."
                    .formatted(root)));
  }

  private static String right(String names, String way) {
    return names.isEmpty()
        ? "Say by which column: %s.".formatted(way)
        : "Call it %s, or say by which column: %s.".formatted(names, way);
  }

  /** The row that a column of the root refers to is called as the column is, without "Id". */
  private static String otherNames(
      CompilationModel model, ProjectionModel projection, Part.Unknown part) {
    var isRow =
        model
            .component(projection.name(), part.component())
            .filter(each -> each.value().type() instanceof TypeModel.RecordType);
    return part.candidates().stream()
        .filter(each -> each.endsWith("Id") && isRow.isPresent())
        .filter(each -> model.component(projection.root(), each).isPresent())
        .map(each -> each.substring(0, each.length() - "Id".length()))
        .filter(each -> model.component(projection.name(), each).isEmpty())
        .collect(Collectors.joining(" or "));
  }

  private static Finding finding(
      ProjectionModel projection, Part part, String wrong, String right) {
    var where = Where.of(projection.name()).member(part.component());
    return new Finding(Code.PROJECTION, where, wrong, right);
  }

  /** What may be null in the table must be allowed to be null in the projection. */
  private static Optional<Finding> nullable(
      CompilationModel model, ProjectionModel projection, String name, String column) {
    var component = model.component(projection.name(), name);
    var isNull = model.component(projection.root(), column).filter(it -> it.value().nullable());
    return component
        .filter(each -> isNull.isPresent() && !each.value().nullable())
        .map(each ->
            new Finding(
                Code.PROJECTION,
                each.where(),
                "\"%s\" is null wherever %s.%s is, and may not be."
                    .formatted(name, projection.root().simple(), column),
                "Mark it @Nullable."));
  }
}
