package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.codec.ValueCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes how texts are found in a request, and how values are made of them. */
public record TextCode(Constants constants) {
  static final String BIND = "`dev.covet.web.bind.Bind`";

  /** The text of one value. */
  static String one(Input input) {
    return found(input, method(input)) + filled(input.source(), input.inner());
  }

  private static String method(Input input) {
    if (isFile(input.inner())) return "upload";
    return input.isLastEventId() ? "lastEventId" : input.source().word();
  }

  /** The texts of several values of one name. */
  static String all(Input input, ValueModel element) {
    return found(input, isFile(element) ? "uploads" : plural(input.source()))
        + filled(input.source(), element)
        + (isNeeded(input) ? ".required()" : "");
  }

  private static boolean isFile(ValueModel value) {
    return value.type() instanceof TypeModel.Upload;
  }

  private static String plural(ValueSource source) {
    return source == ValueSource.QUERY ? "queries" : source.word() + "s";
  }

  private static boolean isNeeded(Input input) {
    return input.required() && input.fallback() instanceof DefaultModel.None;
  }

  private static String found(Input input, String method) {
    return "%s.%s(request, problems, %s)".formatted(BIND, method, Literals.string(input.wireName()))
        + aliases(input);
  }

  /** Other names, each of which counts where those before it are not given. */
  private static String aliases(Input input) {
    return input.aliases().stream()
        .map(each ->
            ".or%s(request, %s)".formatted(input.source().annotation(), Literals.string(each)))
        .collect(Collectors.joining());
  }

  /**
   * The texts of all other names.
   *
   * @param known the expression of the names that are read otherwise
   */
  static String others(ValueSource source, String known) {
    return "%s.%s(request, problems, %s)"
        .formatted(BIND, source == ValueSource.FORM ? "otherForms" : "otherQueries", known);
  }

  private static String filled(ValueSource source, ValueModel value) {
    return source == ValueSource.PATH ? "" : filled(value);
  }

  /** Of a text alone the one without a character is a value; no segment of a path is empty. */
  static String filled(ValueModel value) {
    return hasEmpty(value.type()) ? "" : ".filled()";
  }

  private static boolean hasEmpty(TypeModel type) {
    return switch (type) {
      case TypeModel.Upload _ -> true;
      case TypeModel.Scalar(var kind, var _) -> kind.text();
      case TypeModel.ValueClass(var _, var value, var _) -> hasEmpty(value.type());
      default -> false;
    };
  }

  /** The set of all names by which some values may be sent. */
  public static String names(Stream<Input> inputs) {
    return inputs
        .flatMap(Input::names)
        .distinct()
        .sorted()
        .map(Literals::string)
        .collect(Collectors.joining(", ", "`java.util.Set`.of(", ")"));
  }

  /** The call that makes a value of a text. */
  String as(ValueModel value) {
    return switch (value.type()) {
      case TypeModel.Scalar(var kind, var _) -> as(kind);
      case TypeModel.ValueClass(var name, var _, var _) -> as(name);
      case TypeModel.EnumType(var name, var _) -> "asChoice(" + constants.choices(name) + ")";
      case TypeModel.Coded coded -> "asValue(" + ValueCode.coded(coded) + ")";
      case TypeModel.Upload _ -> "asUpload()";
      default -> throw new IllegalArgumentException(value.type().source() + " is not a text");
    };
  }

  /** The call that reads a value class. */
  public static String as(TypeName valueClass) {
    return "as(%s.TEXT)".formatted(ValueCode.codec(valueClass));
  }

  /** The call that reads a kind. */
  public static String as(ScalarKind kind) {
    return switch (kind) {
      case STRING -> "asText()";
      case BOOLEAN, INT, LONG, DOUBLE, DECIMAL, UUID, DATE, INSTANT -> "as" + kind.word() + "()";
      default -> "as(`dev.covet.base.codec.TextForm`." + kind.name() + ")";
    };
  }

  /** Whether a text that is no value leaves nothing, since the type has no zero. */
  static boolean mayLack(TypeModel type) {
    return type instanceof TypeModel.Coded
        || type instanceof TypeModel.ValueClass
        || type instanceof TypeModel.Upload;
  }
}
