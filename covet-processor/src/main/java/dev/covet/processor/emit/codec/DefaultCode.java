package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.JsonText;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TypeModel;

/** Writes what a value is when it is absent: as a Java expression and as JSON. */
final class DefaultCode {
  private DefaultCode() {}

  /** The expression of a default; the text was checked to be one of the type. */
  static String expression(TypeModel type, DefaultModel fallback) {
    return switch (fallback) {
      case DefaultModel.None _ -> JavaCode.zero(type);
      case DefaultModel.Empty _ ->
          type instanceof TypeModel.ListOf ? "`java.util.List`.of()" : "\"\"";
      case DefaultModel.Text(var text) -> known(type, text);
    };
  }

  /**
   * What a component holds before it is read. One that some view has no slot for keeps it there:
   * its default, else the zero of its type.
   */
  static String initial(ComponentModel component) {
    var type = component.value().type();
    var zero =
        component.fallback() instanceof DefaultModel.None
            && component.role() != ComponentModel.Role.PLAIN
            && !component.value().nullable()
            && !JavaCode.primitive(type);
    return zero ? zero(type) : expression(type, component.fallback());
  }

  private static String zero(TypeModel type) {
    if (!(type instanceof TypeModel.Scalar(var kind, var _))) {
      return "null";
    }
    return switch (kind) {
      case BOOLEAN -> "false";
      case INT -> "0";
      case LONG -> "0L";
      case DOUBLE -> "0.0";
      case DECIMAL -> "`java.math.BigDecimal`.ZERO";
      case UUID -> "new `java.util.UUID`(0, 0)";
      case INSTANT -> "`java.time.Instant`.EPOCH";
      case STRING, DATE -> "null";
    };
  }

  /** A text that is no value of the type was reported, and has no expression. */
  private static String known(TypeModel type, String text) {
    try {
      return expression(type, text);
    } catch (IllegalArgumentException e) {
      return JavaCode.zero(type);
    }
  }

  private static String expression(TypeModel type, String text) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> scalar(kind, text);
      case TypeModel.EnumType(var name, var _) -> JavaCode.type(name) + "." + text;
      default -> throw new IllegalArgumentException("no text is a " + type.source());
    };
  }

  private static String scalar(ScalarKind kind, String text) {
    return switch (kind) {
      case BOOLEAN -> text;
      case INT -> Integer.toString(Integer.parseInt(text));
      case LONG -> Long.parseLong(text) + "L";
      case DOUBLE -> Double.toString(Double.parseDouble(text));
      case STRING -> Literals.string(text);
      case DECIMAL -> "new `java.math.BigDecimal`(" + Literals.string(text) + ")";
      case UUID -> "`java.util.UUID`.fromString(" + Literals.string(text) + ")";
      case DATE -> "`java.time.LocalDate`.parse(" + Literals.string(text) + ")";
      case INSTANT -> "`java.time.Instant`.parse(" + Literals.string(text) + ")";
    };
  }

  /** The default of a component as JSON text. */
  static String json(ComponentModel component) {
    return switch (component.fallback()) {
      case DefaultModel.None _ -> "null";
      case DefaultModel.Empty _ ->
          component.value().type() instanceof TypeModel.ListOf ? "[]" : "\"\"";
      case DefaultModel.Text(var text) ->
          plain(component.value().type()) ? text : JsonText.text(text);
    };
  }

  private static boolean plain(TypeModel type) {
    return type instanceof TypeModel.Scalar(var kind, var _)
        && (kind.number() || kind == ScalarKind.BOOLEAN);
  }
}
