package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;

/**
 * Writes one column of a table.
 *
 * @param index position of the component in the record
 */
record ColumnCode(TypeName table, ColumnModel column, ComponentModel component, int index) {
  private static final String PACKAGE = "dev.covet.data.table.";

  /** The field, with its comment. */
  String field() {
    return Template.fill(
        """
        /** Column %1$s. */
        public final %2$s `=%3$s` =
            new `%4$s`<>(%5$s.SHAPE, %6$s%7$s);
        """,
        ClassComment.code(column.sqlName()),
        type(),
        TableEmitter.field(table, column.component()),
        PACKAGE + kind(),
        JavaCode.type(table.generated("Codec")),
        spec(),
        sqlType());
  }

  /** The type of the field: {@code LongColumn<Hero>}. */
  String type() {
    var value =
        component.value().type() instanceof TypeModel.ListOf(var element)
            ? ", " + JavaCode.reference(ValueModel.of(element.type()))
            : isTyped() ? ", " + boxed(component) : "";
    return "`%s%s`<%s%s>".formatted(PACKAGE, kind(), JavaCode.type(table), value);
  }

  /** What names the column itself, behind its field: nothing, where the field is the column. */
  static String itself(ComponentModel component) {
    return component.value().type() instanceof TypeModel.Scalar(var kind, var _)
            && kind == ScalarKind.SECRET
        ? ".column()"
        : "";
  }

  /** The component's type as a type argument. */
  static String boxed(ComponentModel component) {
    return JavaCode.reference(ValueModel.of(component.value().type()));
  }

  private String kind() {
    if (component.value().type() instanceof TypeModel.ListOf) return "ListColumn";
    if (!(component.value().type() instanceof TypeModel.Scalar(var kind, var _))) {
      return "ValueColumn";
    }
    return switch (kind) {
      case LONG -> "LongColumn";
      case DOUBLE -> "DoubleColumn";
      case STRING -> "TextColumn";
      case INT, SHORT, BYTE -> "WholeColumn";
      case DECIMAL -> "DecimalColumn";
      case SECRET -> "SecretColumn";
      default -> "ValueColumn";
    };
  }

  /** Whether the column's class leaves open what the type in Java is. */
  private boolean isTyped() {
    return kind().equals("ValueColumn") || kind().equals("WholeColumn");
  }

  private String spec() {
    var role = component.role();
    return "`%sColumnSpec`.of(%s, %s, %s)"
            .formatted(
                PACKAGE,
                index,
                Literals.string(component.name()),
                Literals.string(column.sqlName()))
        + (column.id() ? ".key()" : "")
        + (component.value().nullable() ? ".nullable()" : "")
        + (role == ComponentModel.Role.READ_ONLY || role == ComponentModel.Role.INSIDE
            ? readOnly()
            : "")
        + (column.unique() ? ".unique()" : "")
        + (column.indexed() ? ".indexed()" : "")
        + column.references().map(ColumnCode::references).orElse("");
  }

  private String readOnly() {
    var kept = column.upkeep().method();
    return kept.isEmpty() ? ".readOnly()" : "." + kept + "()";
  }

  private static String references(ColumnModel.Reference reference) {
    return ".references(() -> %s, `dev.covet.api.OnDelete`.%s)"
        .formatted(TableEmitter.constant(reference.table()), reference.onDelete());
  }

  /** Nothing where the column's class says it; what no column can hold was reported. */
  private String sqlType() {
    var type =
        component.value().type() instanceof TypeModel.Scalar
                && !isTyped()
                && !kind().equals("DecimalColumn")
            ? ""
            : SqlTypeCode.of(component.value());
    return type.isEmpty() ? "" : ", " + type;
  }
}
