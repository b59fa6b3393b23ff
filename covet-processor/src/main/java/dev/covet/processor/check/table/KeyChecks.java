package dev.covet.processor.check.table;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for what finds a row: its id, and references that mean the id of a table. */
public final class KeyChecks {
  private static final String ID = "dev.covet.api.Id";
  private static final String REFERENCES = "dev.covet.api.References";

  private KeyChecks() {}

  public static Stream<Finding> of(CompilationModel model) {
    var tables =
        model
            .declaredTables()
            .flatMap(table ->
                Stream.concat(
                    neverNull(model, table),
                    table.columns().stream().flatMap(each -> reference(model, table, each))));
    return Stream.concat(tables, severalValues(model));
  }

  private static Stream<Finding> severalValues(CompilationModel model) {
    return model.records().values().stream()
        .filter(each -> each.origin() == RecordModel.Origin.SOURCE)
        .flatMap(each -> each.components().stream())
        .filter(each -> each.role() == ComponentModel.Role.KEY && !isOneValue(each.value().type()))
        .map(each ->
            new Finding(
                Code.NO_ID,
                each.where().at(ID),
                "\"%s\" cannot be an @Id: no row is found by %s."
                    .formatted(each.name(), TypeChecks.shown(each.value().type())),
                "Put @Id on a number, a text, an enum or another scalar."));
  }

  private static boolean isOneValue(TypeModel type) {
    return type instanceof TypeModel.Scalar
        || type instanceof TypeModel.EnumType
        || type instanceof TypeModel.ValueClass
        || type instanceof TypeModel.Unresolved;
  }

  /** A key of one column may be null until the database gives it; a part of one is given. */
  private static Stream<Finding> neverNull(CompilationModel model, TableModel table) {
    return table.hasCompositeKey()
        ? table.ids().stream()
            .flatMap(each -> model.component(table.name(), each.component()).stream())
            .filter(each -> each.value().nullable())
            .map(each ->
                new Finding(
                    Code.NO_ID,
                    each.where(),
                    "\"%s\" is a part of the key of %s, and may not be null."
                        .formatted(each.name(), table.name().simple()),
                    "Remove @Nullable, or its @Id."))
        : Stream.of();
  }

  private static Stream<Finding> reference(
      CompilationModel model, TableModel table, ColumnModel column) {
    return column.references().stream()
        .flatMap(each -> {
          var where = Where.of(table.name()).member(column.component()).at(REFERENCES);
          var target = model.tables().get(each.table());
          if (target == null) return Stream.of(noTable(each.table(), where));
          if (!table.isBeside(target)) return Stream.of(elsewhere(table, target, where));
          return target.hasCompositeKey()
              ? Stream.of(severalColumns(target, where))
              : otherType(model, table, column, target)
                  .map(id -> otherType(target, id, where))
                  .stream();
        });
  }

  private static Finding severalColumns(TableModel target, Where where) {
    var keys = target.ids().stream().map(ColumnModel::component).collect(Collectors.joining(", "));
    return new Finding(
        Code.REFERENCE,
        where,
        "%s has a key of several columns (%s), and one column cannot refer to it."
            .formatted(target.name().simple(), keys),
        "Give %s one @Id, and @Unique({...}) over the others.".formatted(target.name().simple()));
  }

  private static Finding noTable(TypeName target, Where where) {
    return new Finding(
        Code.REFERENCE,
        where,
        "%s is not a table, so it has no rows to refer to.".formatted(target.simple()),
        "Name a record that says @Table.");
  }

  private static Finding elsewhere(TableModel table, TableModel target, Where where) {
    return new Finding(
        Code.DATABASE,
        where,
        "%s is in %s, and %s in %s: no row refers into another database."
            .formatted(target.name().simple(), shown(target), table.name().simple(), shown(table)),
        "Keep the id alone, without @References.");
  }

  /** The database of a table, in words. */
  private static String shown(TableModel table) {
    return table
        .database()
        .map(each -> "the database @" + each.annotation().simple())
        .orElse("the app's own database");
  }

  /** The id that a column refers to, if its type is another one. */
  private static Optional<ComponentModel> otherType(
      CompilationModel model, TableModel table, ColumnModel column, TableModel target) {
    var from = model.component(table.name(), column.component());
    return target.ids().stream()
        .limit(1)
        .flatMap(each -> model.component(target.name(), each.component()).stream())
        .filter(id -> from.filter(each -> !sameType(each, id)).isPresent())
        .findFirst();
  }

  private static boolean sameType(ComponentModel one, ComponentModel other) {
    var first = one.value().type();
    var second = other.value().type();
    return first instanceof TypeModel.Unresolved
        || second instanceof TypeModel.Unresolved
        || first.reference().equals(second.reference());
  }

  private static Finding otherType(TableModel target, ComponentModel id, Where where) {
    var type = TypeChecks.shown(id.value().type());
    return new Finding(
        Code.REFERENCE,
        where,
        "The id of %s is of another type: %s.".formatted(target.name().simple(), type),
        "Give the component the type of that id.");
  }
}
