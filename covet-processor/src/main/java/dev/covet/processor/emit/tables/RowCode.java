package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what the rows of SQL become: a constant for each. */
final class RowCode {
  private static final String ROW = "`dev.covet.data.sql.SqlRow`";

  private final CompilationModel model;
  private final Names names;
  private final Map<ValueModel, String> given = new LinkedHashMap<>();
  private final List<String> constants = new ArrayList<>();

  RowCode(CompilationModel model, Names names) {
    this.model = model;
    this.names = names;
  }

  /** The constants that were asked for. */
  List<String> constants() {
    return List.copyOf(constants);
  }

  /**
   * The name of the constant for a row.
   *
   * @param isOrNull whether a value may be null, whatever its type says
   */
  String of(ValueModel row, boolean isOrNull) {
    var record = record(row);
    var same =
        record.isPresent()
            ? ValueModel.of(row.type())
            : new ValueModel(row.type(), row.nullable() || isOrNull, row.constraints());
    return given.computeIfAbsent(same, this::constant);
  }

  private static Optional<TypeName> record(ValueModel row) {
    return row.type() instanceof TypeModel.RecordType(var name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private String constant(ValueModel row) {
    var record = record(row);
    var name = names.fresh(record.map(TypeName::constant).orElseGet(() -> wish(row)));
    var made = record.map(this::record).orElseGet(() -> value(row));
    constants.add(
        Template.fill(
            """
            %1$s
            private static final %2$s<%3$s> `=%4$s` =
                %5$s;
            """,
            made.contains("(`java.util.") ? SUPPRESSED : "",
            ROW,
            JavaCode.reference(row),
            name,
            made));
    return name;
  }

  private static final String SUPPRESSED =
      "@`SuppressWarnings`(\"unchecked\") // values are of the columns' types";

  private static String wish(ValueModel row) {
    var type = row.type().reference().replaceAll("^.*\\.|\\W", "");
    return Literals.constant(type) + (row.nullable() ? "_OR_NULL" : "");
  }

  private static String value(ValueModel row) {
    return "%s.%s(%s)"
        .formatted(ROW, row.nullable() ? "valueOrNull" : "value", SqlTypeCode.of(row));
  }

  private String record(TypeName name) {
    return model.tables().containsKey(name)
        ? ROW + ".of(" + TableEmitter.constant(name) + ")"
        : model.find(name).map(RowCode::columns).orElse(ROW + ".of(_ -> null)");
  }

  private static String columns(RecordModel record) {
    var components = record.components();
    var values = new ArrayList<String>();
    for (var component : components) values.add(value(component, values.size()));
    return "%s.of(\n        values -> new %s(%s)%s)"
        .formatted(
            ROW,
            JavaCode.type(record.name()),
            String.join(", ", values),
            components.stream()
                .map(each -> ",\n        " + column(record, each))
                .collect(Collectors.joining()));
  }

  private static String column(RecordModel record, ComponentModel component) {
    return "%s.%s(%s, %s, %s)"
        .formatted(
            ROW,
            component.value().nullable() ? "nullable" : "column",
            Literals.string(Naming.SNAKE_CASE.of(component.name())),
            Literals.string(record.name().simple() + "." + component.name()),
            SqlTypeCode.of(component.value()));
  }

  /** A component's value; what has type arguments is cast to its type. */
  private static String value(ComponentModel component, int position) {
    var type = component.value().type();
    var method = component.value().nullable() ? "orNull" : "get";
    return type.isGeneric()
        ? "(%s) values.%s(%s, %s.class)"
            .formatted(
                JavaCode.type(type),
                method,
                position,
                JavaCode.names(type.source().replaceFirst("<.*", "")))
        : "values.%s(%s, %s.class)".formatted(method, position, ColumnCode.boxed(component));
  }
}
