package dev.covet.processor.emit;

import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes calls that check a value: {@code Constraints.size(at, name, 0, 80);}, patterns as
 * constants of the class.
 */
final class CheckCode {
  private static final String CONSTRAINTS = "`dev.covet.base.problem.Constraints`";

  private final List<String> constants = new ArrayList<>();

  /**
   * The statements that check a value, empty where nothing limits it. A blank text is told to be
   * that and nothing else.
   *
   * @param place expression of the place of problems
   * @param variable the value, not null
   */
  String statements(ValueModel value, String place, String variable) {
    var lines = new ArrayList<>(own(value, place, variable));
    lines.add(elements(value, place, variable));
    return Guard.around(Guard.notBlank(value, place, variable), Template.lines(lines));
  }

  /** The statements that check a value itself, apart from {@code @NotBlank} and its elements. */
  List<String> own(ValueModel value, String place, String variable) {
    return value.otherThanNotBlank().stream()
        .map(constraint -> statement(constraint, place, variable))
        .toList();
  }

  private String statement(ConstraintModel constraint, String place, String variable) {
    return switch (constraint) {
      case ConstraintModel.NotNull _, ConstraintModel.NotBlank _, ConstraintModel.Unknown _ -> "";
      case ConstraintModel.NotEmpty _ -> call("notEmpty", place, variable);
      case ConstraintModel.Size(var min, var max) ->
          call("size", place, variable, "" + min, size(max));
      case ConstraintModel.Min(var least) -> call("min", place, variable, Literals.number(least));
      case ConstraintModel.Max(var most) -> call("max", place, variable, Literals.number(most));
      case ConstraintModel.Positive _ -> call("positive", place, variable);
      case ConstraintModel.DecimalMin(var bound, var inclusive) ->
          call(inclusive ? "decimalMin" : "decimalAbove", place, variable, decimal(bound));
      case ConstraintModel.Digits(var integer, var fraction) ->
          call("digits", place, variable, "" + integer, "" + fraction);
      case ConstraintModel.Pattern pattern -> call("pattern", place, variable, pattern(pattern));
      case ConstraintModel.Email _ -> call("email", place, variable);
      case ConstraintModel.Saying saying ->
          statement(saying.plain(), place(saying, place), variable);
    };
  }

  /** The place of a constraint's problems, which tells its message where it has one. */
  static String place(ConstraintModel constraint, String place) {
    return constraint instanceof ConstraintModel.Saying(var _, var message)
        ? place + ".saying(" + Literals.string(message) + ")"
        : place;
  }

  private static String call(String method, String... arguments) {
    return "%s.%s(%s);".formatted(CONSTRAINTS, method, String.join(", ", arguments));
  }

  /** A size as Java writes it; without an upper end it is the greatest {@code int}. */
  static String size(int max) {
    return max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Integer.toString(max);
  }

  private String decimal(String bound) {
    return constant(
        "`java.math.BigDecimal` BOUND_%d = new `java.math.BigDecimal`("
            + Literals.string(bound)
            + ")");
  }

  private String pattern(ConstraintModel.Pattern pattern) {
    return constant(
        "`dev.covet.base.problem.TextPattern` PATTERN_%d =\n"
            + "    `dev.covet.base.problem.TextPattern`.of("
            + Literals.string(regex(pattern))
            + ")");
  }

  /** The expression with its flags. */
  static String regex(ConstraintModel.Pattern pattern) {
    return flags(pattern.flags()) + pattern.regexp();
  }

  /** Flags as the expression itself can say them: {@code (?i)}. */
  private static String flags(List<String> flags) {
    var letters =
        flags.stream().map(CheckCode::letter).collect(java.util.stream.Collectors.joining());
    return letters.isEmpty() ? "" : "(?" + letters + ")";
  }

  private static String letter(String flag) {
    return switch (flag) {
      case "CASE_INSENSITIVE" -> "i";
      case "COMMENTS" -> "x";
      case "DOTALL" -> "s";
      case "MULTILINE" -> "m";
      case "UNICODE_CASE" -> "u";
      case "UNIX_LINES" -> "d";
      default -> "";
    };
  }

  private String constant(String declaration) {
    if (!constants.contains(declaration)) {
      constants.add(declaration);
    }
    var name = declaration.substring(declaration.indexOf("` ") + 2, declaration.indexOf("_%d"));
    return name + "_" + (constants.indexOf(declaration) + 1);
  }

  private String elements(ValueModel value, String place, String variable) {
    if (!(value.type() instanceof TypeModel.ListOf(var element)) || !limits(element)) {
      return "";
    }
    return Template.fill(
        """
        for (int i = 0; i < %1$s.size(); i++) {
          %2$s
        }
        """,
        variable, statements(element, place + ".index(i)", variable + ".get(i)"));
  }

  /** Whether anything is to be checked of a value beside its type. */
  static boolean limits(ValueModel value) {
    return limitsOwn(value)
        || (value.type() instanceof TypeModel.ListOf(var element) && limits(element));
  }

  /** Whether anything is to be checked of a value beside its type and its elements. */
  static boolean limitsOwn(ValueModel value) {
    return value.constraints().stream()
        .anyMatch(constraint ->
            !(constraint.plain() instanceof ConstraintModel.NotNull
                || constraint instanceof ConstraintModel.Unknown));
  }

  /** The constants that the statements name. */
  String constants() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < constants.size(); i++) {
      lines.add(
          "private static final " + constants.get(i).replaceFirst("_%d", "_" + (i + 1)) + ";");
    }
    return Template.paragraphs(lines);
  }
}
