package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.codec.ValueCode;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.ColumnModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.ConstraintKind;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;

/**
 * Writes one column of a table.
 *
 * @param index position of the component in the record
 */
record ColumnCode(TypeName table, ColumnModel column, ComponentModel component, int index) {
  private static final String PACKAGE = "dev.covet.data.query.";
  private static final String SQL_TYPE = "`dev.covet.data.query.SqlType`";

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

  /** The component's type as a type argument. */
  static String boxed(ComponentModel component) {
    return JavaCode.reference(ValueModel.of(component.value().type()));
  }

  private String kind() {
    if (component.value().type() instanceof TypeModel.ListOf) {
      return "ListColumn";
    }
    if (!(component.value().type() instanceof TypeModel.Scalar(var kind, var _))) {
      return "ValueColumn";
    }
    return switch (kind) {
      case LONG -> "LongColumn";
      case DOUBLE -> "DoubleColumn";
      case STRING -> "TextColumn";
      case INT, SHORT, BYTE -> "WholeColumn";
      case DECIMAL -> "DecimalColumn";
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

  private String sqlType() {
    return switch (component.value().type()) {
      case TypeModel.Scalar _ when isTyped() || kind().equals("DecimalColumn") ->
          ", " + SQL_TYPE + "." + scalar(component.value());
      case TypeModel.EnumType(var name, var _) ->
          ", %s.choice(%s)".formatted(SQL_TYPE, JavaCode.constants(name));
      case TypeModel.Scalar _ -> "";
      case TypeModel.ValueClass(var name, var value, var inner) ->
          ", %1$s.mapped(%1$s.%2$s, %3$s::%4$s, %3$s::new)"
              .formatted(SQL_TYPE, scalar(value), JavaCode.type(name), inner);
      case TypeModel.Bytes _ -> ", " + SQL_TYPE + ".BYTES";
      default -> json();
    };
  }

  /** What SQL has no type for is JSON; what JSON cannot hold either was reported. */
  private String json() {
    var type = component.value().type();
    return type.hasCodec() ? ", %s.json(%s)".formatted(SQL_TYPE, ValueCode.STORED.codec(type)) : "";
  }

  private static String scalar(ValueModel value) {
    var kind = ((TypeModel.Scalar) value.type()).kind();
    return switch (kind) {
      case DECIMAL -> "decimal(" + scale(value) + ")";
      case STRING -> "TEXT";
      default -> kind.name();
    };
  }

  /**
   * Digits after the point; a column without {@code @Digits} was reported and holds whole numbers.
   */
  private static int scale(ValueModel value) {
    return value
        .known()
        .filter(each -> each.kind() == ConstraintKind.DIGITS)
        .mapToInt(each -> each.number("fraction"))
        .findFirst()
        .orElse(0);
  }
}
