package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.codec.ValueCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;

/** Writes what a column holds: {@code SqlType.TEXT}. */
final class SqlTypeCode {
  private static final String SQL_TYPE = "`dev.covet.data.type.SqlType`";

  private SqlTypeCode() {}

  /** The expression; empty for what no column can hold. */
  static String of(ValueModel value) {
    return switch (value.type()) {
      case TypeModel.Scalar _ -> SQL_TYPE + "." + scalar(value);
      case TypeModel.EnumType(var name, var _) ->
          "%s.choice(%s)".formatted(SQL_TYPE, JavaCode.constants(name));
      case TypeModel.ValueClass(var name, var inner, var component) ->
          "%1$s.mapped(%1$s.%2$s, %3$s::%4$s, %3$s::new)"
              .formatted(SQL_TYPE, scalar(inner), JavaCode.type(name), component);
      case TypeModel.Bytes _ -> SQL_TYPE + ".BYTES";
      default -> json(value.type());
    };
  }

  /** What SQL has no type for is JSON. */
  private static String json(TypeModel type) {
    return type.hasCodec() ? "%s.json(%s)".formatted(SQL_TYPE, ValueCode.STORED.codec(type)) : "";
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
