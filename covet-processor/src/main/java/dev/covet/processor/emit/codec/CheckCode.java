package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.type.CheckCall;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes calls that check a value: {@code Constraints.size(at, name, 0, 80);}, patterns as
 * constants of the class.
 */
public final class CheckCode {
  private static final String CONSTRAINTS = "`dev.covet.base.problem.Constraints`";
  private static final String OWN = "`dev.covet.base.problem.OwnConstraint`";
  private static final String DECIMAL = "`java.math.BigDecimal`";
  private static final String PATTERN = "`dev.covet.base.problem.TextPattern`";

  private final Names names;
  private final Map<Constant, String> constants = new LinkedHashMap<>();

  /**
   * Checks in one class.
   *
   * @param names those of the class's constants
   */
  public CheckCode(Names names) {
    this.names = names;
  }

  /**
   * The statements that check a value itself and not its elements, empty where nothing limits it. A
   * blank text is told to be that and nothing else.
   *
   * @param place expression of the place of problems
   * @param variable the value, not null
   */
  public String statements(ValueModel value, String place, String variable) {
    return Guard.around(
        Guard.notBlank(value, place, variable), Template.lines(own(value, place, variable)));
  }

  /** The same, apart from {@code @NotBlank}. */
  public List<String> own(ValueModel value, String place, String variable) {
    return calls(value, place, variable).map(each -> each + ";").toList();
  }

  /** The only call that checks a value itself; empty if there are none or several. */
  public Optional<String> only(ValueModel value, String place, String variable) {
    var calls =
        Stream.concat(
                Guard.notBlank(value, place, variable).stream(), calls(value, place, variable))
            .toList();
    return calls.size() == 1 ? Optional.of(calls.getFirst()) : Optional.empty();
  }

  private Stream<String> calls(ValueModel value, String place, String variable) {
    return value.otherThanNotBlank().stream()
        .flatMap(constraint -> call(constraint, value.type(), place, variable).stream());
  }

  private Optional<String> call(
      ConstraintModel constraint, TypeModel type, String place, String variable) {
    return switch (constraint) {
      case ConstraintModel.Known known ->
          Optional.of(call(known, type, place, variable)).filter(each -> !each.isEmpty());
      case ConstraintModel.Own own ->
          Optional.of("%s.check(%s, %s)".formatted(own(own, type), place, variable));
      case ConstraintModel.Unknown _ -> Optional.empty();
    };
  }

  /** The constant for a constraint of the program's own. */
  private String own(ConstraintModel.Own own, TypeModel type) {
    var limited = JavaCode.reference(ValueModel.of(type));
    return constant(
        own.annotation().constant(),
        OWN + "<" + limited + ">",
        own.single() ? single(own, type, limited) : validated(own, limited));
  }

  private String single(ConstraintModel.Own own, TypeModel type, String limited) {
    var parts =
        Stream.concat(own.parts().stream(), own.validated().stream())
            .<ConstraintModel>map(each -> each)
            .toList();
    return "%s.<%s>single(\n    %s,\n    %s,\n    (at, value) -> {\n%s\n    })"
        .formatted(
            OWN,
            limited,
            Literals.string(own.code()),
            Literals.string(own.told()),
            statements(new ValueModel(type, false, parts), "at", "value")
                .indent(6)
                .stripTrailing());
  }

  private static String validated(ConstraintModel.Own own, String limited) {
    var validator = own.validator().orElseThrow();
    var annotation = JavaCode.type(own.annotation().generated("Literal"));
    return "%s.<%s, %s>of(%s, %s, %s::new, new %s(%s))"
            .formatted(
                OWN,
                JavaCode.type(own.annotation()),
                limited,
                Literals.string(own.code()),
                Literals.string(own.told()),
                JavaCode.type(validator.type()),
                annotation,
                Template.list(validator.values(), JavaCode::names))
        + own.says().entrySet().stream()
            .map(each ->
                "\n    .with(%s, %s)"
                    .formatted(
                        Literals.string(each.getKey()),
                        Literals.string(ConstraintModel.shown(each.getValue()))))
            .collect(Collectors.joining());
  }

  private String call(
      ConstraintModel.Known constraint, TypeModel type, String place, String variable) {
    var check = constraint.check();
    return check.method().isEmpty()
        ? ""
        : Stream.concat(
                Stream.of(place(constraint, place), subject(constraint, type, variable)),
                check.arguments().stream().map(this::argument))
            .collect(
                Collectors.joining(", ", "%s.%s(".formatted(CONSTRAINTS, check.method()), ")"));
  }

  /** Of a map or an array the number of items is checked, which is a word of its own of each. */
  private static String subject(ConstraintModel.Known constraint, TypeModel type, String variable) {
    return switch (type) {
      case TypeModel.MapOf _ when isCount(constraint) -> variable + ".size()";
      case TypeModel.ManyOf(var form, var _)
          when form == TypeModel.Form.ARRAY && isCount(constraint) ->
          variable + ".length";
      default -> subject(type, variable);
    };
  }

  private static boolean isCount(ConstraintModel.Known constraint) {
    return constraint.is(ConstraintKind.SIZE) || constraint.is(ConstraintKind.NOT_EMPTY);
  }

  /** What of a value is checked: the text of a secret, the digits of a number. */
  static String subject(TypeModel type, String variable) {
    if (type instanceof TypeModel.ValueClass(var _, var value, var component)) {
      return subject(value.type(), variable + "." + component + "()");
    }
    if (!(type instanceof TypeModel.Scalar(var kind, var _))) return variable;
    return switch (kind) {
      case SECRET -> variable + ".value()";
      case CHAR -> "`String`.valueOf(" + variable + ")";
      case FLOAT -> CONSTRAINTS + ".shortest(" + variable + ")";
      case BIG_INTEGER -> "new " + DECIMAL + "(" + variable + ")";
      default -> variable;
    };
  }

  /** The call that tells a text that no table can hold. */
  String storable(TypeModel type, String variable) {
    return "%s.storable(at, %s)".formatted(CONSTRAINTS, subject(type, variable));
  }

  /** The place of a constraint's problems, which tells its message where it has one. */
  static String place(ConstraintModel.Known constraint, String place) {
    return constraint.message().isEmpty()
        ? place
        : place + ".saying(" + Literals.string(constraint.told()) + ")";
  }

  private String argument(CheckCall.Argument argument) {
    return switch (argument) {
      case CheckCall.Argument.Whole(var value) -> whole(value);
      case CheckCall.Argument.Decimal(var value) ->
          constant("BOUND", DECIMAL, "new " + DECIMAL + "(" + Literals.string(value) + ")");
      case CheckCall.Argument.Regex(var value) ->
          constant("PATTERN", PATTERN, PATTERN + ".of(" + Literals.string(value) + ")");
    };
  }

  /** A whole number as Java writes it; no upper end is the greatest {@code int}. */
  static String whole(long value) {
    return value == Integer.MAX_VALUE ? "`Integer`.MAX_VALUE" : Literals.number(value);
  }

  private String constant(String word, String type, String value) {
    return JavaCode.own(constants.computeIfAbsent(new Constant(type, value), _ -> numbered(word)));
  }

  private String numbered(String word) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> word + "_" + number)
        .filter(names::takes)
        .findFirst()
        .orElseThrow();
  }

  /** The constants that the statements name. */
  public String constants() {
    return Template.paragraphs(
        constants.entrySet().stream()
            .map(each -> each.getKey().declaration(JavaCode.own(each.getValue())))
            .toList());
  }
}
