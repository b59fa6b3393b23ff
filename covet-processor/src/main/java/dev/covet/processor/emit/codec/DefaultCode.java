package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.JsonLiterals;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.DefaultText;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import java.util.Optional;

/** Writes what a value is when it is absent: as a Java expression and as JSON. */
public final class DefaultCode {
  private DefaultCode() {}

  /**
   * What a component holds before it is read. One that some view has no slot for keeps it there:
   * its default, else the zero of its type.
   */
  public static String initial(ComponentModel component, CompilationModel model) {
    var type = component.value().type();
    var zero =
        component.fallback() instanceof DefaultModel.None
            && !component.role().isBothWays()
            && !component.value().nullable()
            && !JavaCode.primitive(type);
    return zero ? zero(type) : expression(type, component.fallback(), model);
  }

  /**
   * What a component holds that nobody has said: as {@link #initial}, and where that is null though
   * it must not be, an empty text or list.
   *
   * @param none the expression where there is nothing of the kind
   */
  public static String unsaid(ComponentModel component, CompilationModel model, String none) {
    var type = component.value().type();
    var initial = initial(component, model);
    var isSaid = !(component.fallback() instanceof DefaultModel.None);
    var mayLack = component.value().nullable() || type instanceof TypeModel.OptionalOf;
    if (isSaid || mayLack) return initial;
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) when kind == ScalarKind.STRING -> "\"\"";
      case TypeModel.Scalar scalar -> zero(scalar).equals("null") ? none : zero(scalar);
      default -> type.isSized() ? HeldCode.empty(type) : none;
    };
  }

  private static String zero(TypeModel type) {
    if (type instanceof TypeModel.OptionalOf) return HeldCode.empty(type);
    if (!(type instanceof TypeModel.Scalar(var kind, var _))) return "null";
    return switch (kind) {
      case BOOLEAN -> "false";
      case BYTE -> "(byte) 0";
      case SHORT -> "(short) 0";
      case INT -> "0";
      case LONG -> "0L";
      case FLOAT -> "0.0f";
      case DOUBLE -> "0.0";
      case DECIMAL, BIG_INTEGER -> name(kind) + ".ZERO";
      case UUID -> "new `java.util.UUID`(0, 0)";
      case INSTANT -> "`java.time.Instant`.EPOCH";
      case SECRET -> "`dev.covet.api.Secret`.EMPTY";
      default -> "null"; // what has no zero was reported
    };
  }

  /** The expression of a default; the text was checked to be one of the type. */
  public static String expression(TypeModel type, DefaultModel fallback, CompilationModel model) {
    return switch (fallback) {
      case DefaultModel.None _ ->
          type instanceof TypeModel.OptionalOf ? HeldCode.empty(type) : JavaCode.zero(type);
      case DefaultModel.Empty _ ->
          type.parts().isEmpty()
              ? expression(type, "", model).orElseGet(() -> JavaCode.zero(type))
              : HeldCode.empty(type);
      case DefaultModel.Text(var text) ->
          expression(type, text, model).orElseGet(() -> JavaCode.zero(type));
    };
  }

  /** A text that is no value of the type was reported, and has no expression. */
  private static Optional<String> expression(TypeModel type, String text, CompilationModel model) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) ->
          DefaultText.canonical(kind, text).map(known -> scalar(kind, known));
      case TypeModel.ValueClass(var name, var value, var _) ->
          expression(value.type(), text, model)
              .map(known -> "new %s(%s)".formatted(JavaCode.type(name), known));
      case TypeModel.EnumType(var name, var _) ->
          EnumModel.Constant.of(model.constants(name), text)
              .map(constant -> JavaCode.constant(name, constant.name()));
      default -> Optional.empty();
    };
  }

  private static String scalar(ScalarKind kind, String text) {
    return switch (kind) {
      case BOOLEAN, INT -> text;
      case BYTE -> "(byte) " + text;
      case SHORT -> "(short) " + text;
      case LONG -> text + "L";
      case FLOAT -> Float.parseFloat(text) + "f";
      case DOUBLE -> Double.toString(Double.parseDouble(text));
      case CHAR -> Literals.character(text.charAt(0));
      case STRING -> Literals.string(text);
      case DECIMAL, BIG_INTEGER -> "new %s(%s)".formatted(name(kind), Literals.string(text));
      case UUID -> made(kind, "fromString", text);
      case URI -> made(kind, "create", text);
      case SECRET, ZONE_ID, ZONE_OFFSET -> made(kind, "of", text);
      case YEAR -> name(kind) + ".of(" + text + ")";
      case DATE,
          INSTANT,
          TIME,
          DATE_TIME,
          OFFSET_DATE_TIME,
          OFFSET_TIME,
          ZONED_DATE_TIME,
          DURATION,
          PERIOD,
          YEAR_MONTH,
          MONTH_DAY ->
          made(kind, "parse", text);
    };
  }

  private static String made(ScalarKind kind, String method, String text) {
    return "%s.%s(%s)".formatted(name(kind), method, Literals.string(text));
  }

  private static String name(ScalarKind kind) {
    return "`" + kind.reference() + "`";
  }

  /**
   * The constant that keeps a default which a value class makes and may refuse: the arguments of a
   * call of {@code ValueDefaults}. Empty for all else, which was checked.
   *
   * @param where what the value is of: {@code blog.Article}
   */
  public static Optional<String> made(Input input, String where, CompilationModel model) {
    return input.value().type() instanceof TypeModel.ValueClass(var name, var _, var _)
        ? input
            .defaultText(model)
            .map(text ->
                "(%s.TEXT, %s, %s)"
                    .formatted(
                        ValueCode.codec(name),
                        Literals.string(text),
                        Literals.string(
                            "%s %s of %s".formatted(name.simple(), input.name(), where))))
        : Optional.empty();
  }

  /** A default as JSON text. */
  public static String json(Input input, CompilationModel model) {
    return input
        .defaultText(model)
        .map(text -> plain(input.value().type()) ? text : JsonLiterals.text(text))
        .orElseGet(() -> empty(input));
  }

  private static String empty(Input input) {
    if (!(input.fallback() instanceof DefaultModel.Empty)) return "null";
    return input.value().type() instanceof TypeModel.MapOf ? "{}" : "[]";
  }

  private static boolean plain(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> !kind.quoted();
      case TypeModel.ValueClass(var _, var value, var _) -> plain(value.type());
      default -> false;
    };
  }
}
