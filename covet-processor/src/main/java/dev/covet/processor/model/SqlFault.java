package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.NamedSql;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.data.SqlModel.Call;
import dev.covet.processor.model.data.SqlModel.Form;
import dev.covet.processor.model.data.SqlModel.Given;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a method cannot run its SQL.
 *
 * @param wrong a sentence
 * @param right what to do, a sentence
 */
public record SqlFault(Where where, String wrong, String right) {
  private static final String SQL = "dev.covet.api.Sql";

  /** All that is wrong with a method; nothing is, if code can be written for it. */
  public static List<SqlFault> of(CompilationModel model, SqlModel sqls, Call call) {
    var faults = new ArrayList<SqlFault>();
    if (call.isGeneric()) {
      faults.add(
          at(
              call.where(),
              shown(call) + " has type parameters, or its interface has some.",
              "Write types instead."));
      return faults;
    }
    if (call.types().anyMatch(TypeModel.Unresolved.class::isInstance)) {
      return faults; // the compiler tells of that
    }
    if (call.sql().isEmpty()) {
      faults.add(
          at(
              call.where(),
              shown(call) + " says no SQL, and the others of its interface do.",
              "Put @Sql on it, or make it a default method."));
      return faults;
    }
    var sql = call.sql().get();
    if (sql.wrong().isPresent()) {
      faults.add(text(call, sql.wrong().get()));
      return faults;
    }
    parameters(call, sql, faults);
    result(model, call, sql).ifPresent(faults::add);
    elsewhere(model, sqls, call).ifPresent(faults::add);
    return faults;
  }

  private static SqlFault text(Call call, String wrong) {
    return at(
        call.where().at(SQL),
        "The SQL of %s %s.".formatted(shown(call), wrong),
        "Write one statement that reads or changes rows, with parameters such as :id.");
  }

  private static void parameters(Call call, NamedSql sql, List<SqlFault> faults) {
    sql.names().stream()
        .distinct()
        .filter(each -> call.parameter(each).isEmpty())
        .map(each ->
            at(
                call.where().at(SQL),
                ":%s is not a parameter of %s.".formatted(each, shown(call)),
                call.parameters().isEmpty()
                    ? "Add it to the method."
                    : "Add it, or write one that it has: "
                        + call.parameters().stream()
                            .map(it -> ":" + it.name())
                            .collect(Collectors.joining(", "))
                        + "."))
        .forEach(faults::add);
    call.parameters().stream().flatMap(each -> given(each, sql).stream()).forEach(faults::add);
  }

  private static Optional<SqlFault> given(Given given, NamedSql sql) {
    var name = given.name();
    if (!sql.names().contains(name)) {
      return Optional.of(
          at(
              given.where(),
              "\"%s\" is not in the SQL.".formatted(name),
              "Write :%s there, or remove it.".formatted(name)));
    }
    var value = given.several().orElse(given.value());
    if (!canBeBound(value.type()) || (given.several().isPresent() && isBytes(value.type()))) {
      return Optional.of(
          at(
              given.where(),
              "\"%s\" is nothing that can be compared with a column: %s."
                  .formatted(name, simple(given.source())),
              "Take a number, a text, an enum or another scalar, or a List of such for in (:%s)."
                  .formatted(name)));
    }
    if (lacksDigits(value)) return Optional.of(digits(given.where(), name));
    var isListed =
        sql.parameters().stream()
            .filter(it -> it.name().equals(name))
            .allMatch(NamedSql.Part.Parameter::isAlone);
    return given.several().isEmpty() || isListed
        ? Optional.empty()
        : Optional.of(
            at(
                given.where(),
                "\"%s\" has several values, and is not alone in parentheses.".formatted(name),
                "Write in (:%s).".formatted(name)));
  }

  private static boolean canBeBound(TypeModel type) {
    return type instanceof TypeModel.Scalar
        || type instanceof TypeModel.EnumType
        || type instanceof TypeModel.ValueClass
        || isBytes(type);
  }

  private static boolean isBytes(TypeModel type) {
    return type instanceof TypeModel.Bytes;
  }

  private static boolean lacksDigits(ValueModel value) {
    var inner = value.type() instanceof TypeModel.ValueClass of ? of.value() : value;
    return inner.type() instanceof TypeModel.Scalar(var kind, var _)
        && kind == ScalarKind.DECIMAL
        && inner.known().noneMatch(each -> each.is(ConstraintKind.DIGITS));
  }

  private static SqlFault digits(Where where, String name) {
    return at(
        where,
        "\"%s\" is a decimal number, and nothing says how many digits it has.".formatted(name),
        "Put @Digits on it, as on the column: @Digits(integer = 10, fraction = 2).");
  }

  /** A row that is one of a table in another database. */
  private static Optional<SqlFault> elsewhere(CompilationModel model, SqlModel sqls, Call call) {
    var here = sqls.database().map(QualifierModel::text);
    return call.result().row().stream()
        .flatMap(row ->
            row.type() instanceof TypeModel.RecordType(var name)
                ? Optional.ofNullable(model.tables().get(name)).stream()
                : Stream.empty())
        .filter(table -> !table.database().map(QualifierModel::text).equals(here))
        .map(table ->
            at(
                call.where(),
                "%s is a table of %s, and %s reads %s."
                    .formatted(
                        table.name().simple(),
                        shown(table.database()),
                        sqls.name().simple(),
                        shown(sqls.database())),
                "Put the annotation of the database on the interface, as on the table."))
        .findFirst();
  }

  private static String shown(Optional<QualifierModel> database) {
    return database
        .map(by -> "the database @" + by.annotation().simple())
        .orElse("the app's own database");
  }

  private static Optional<SqlFault> result(CompilationModel model, Call call, NamedSql sql) {
    var result = call.result();
    if (!sql.givesRows()) {
      return result.form() == Form.NOTHING || result.isNumber()
          ? Optional.empty()
          : Optional.of(
              at(
                  call.where(),
                  "The SQL of %s gives no rows.".formatted(shown(call)),
                  "Return void, or long, int or boolean: how many rows were changed."));
    }
    return result.row().isEmpty()
        ? Optional.of(
            at(
                call.where(),
                "The SQL of %s gives rows, and nothing takes them.".formatted(shown(call)),
                "Return a List, an Optional, or what the one row is."))
        : row(model, call, result.row().get());
  }

  private static Optional<SqlFault> row(CompilationModel model, Call call, ValueModel row) {
    var type = row.type();
    if (type instanceof TypeModel.RecordType(var name) && name.instance().isEmpty()) {
      return model.tables().containsKey(name)
          ? Optional.empty()
          : model.find(name).stream()
              .flatMap(each -> each.components().stream())
              .flatMap(each -> component(call, name, each).stream())
              .findFirst();
    }
    if (lacksDigits(row)) return Optional.of(digits(call.where(), call.name()));
    return canBeBound(type) ? Optional.empty() : Optional.of(noRow(call, type));
  }

  private static SqlFault noRow(Call call, TypeModel type) {
    return at(
        call.where(),
        "A row of %s cannot be %s.".formatted(shown(call), simple(type.source())),
        "Let it be a record whose components are the columns, or a scalar.");
  }

  private static Optional<SqlFault> component(
      Call call, TypeName record, ComponentModel component) {
    var name = record.simple() + "." + component.name();
    if (component.flatten() || !isColumn(component.value().type())) {
      return Optional.of(
          at(
              call.where(),
              "No column of the SQL can be %s, a %s."
                  .formatted(name, simple(component.value().type().source())),
              "Let each component of the record be a column."));
    }
    return lacksDigits(component.value())
        ? Optional.of(digits(call.where(), name))
        : Optional.empty();
  }

  private static boolean isColumn(TypeModel type) {
    return type.hasCodec()
        && !(type instanceof TypeModel.OptionalOf || type instanceof TypeModel.Changes);
  }

  private static String shown(Call call) {
    return call.name() + "(...)";
  }

  private static String simple(String source) {
    return source.replaceAll("\\b(?:[a-z_]\\w*\\.)+", "");
  }

  private static SqlFault at(Where where, String wrong, String right) {
    return new SqlFault(where, wrong, right);
  }
}
