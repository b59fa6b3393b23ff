package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import java.util.ArrayList;
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

  private final Map<Constant, String> constants = new LinkedHashMap<>();

  /**
   * The statements that check a value, empty where nothing limits it. A blank text is told to be
   * that and nothing else.
   *
   * @param place expression of the place of problems
   * @param variable the value, not null
   */
  public String statements(ValueModel value, String place, String variable) {
    var lines = new ArrayList<>(own(value, place, variable));
    lines.add(elements(value, place, variable));
    return Guard.around(Guard.notBlank(value, place, variable), Template.lines(lines));
  }

  /** The statements that check a value itself, apart from {@code @NotBlank} and its elements. */
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
        .map(constraint -> call(constraint, place, variable))
        .filter(each -> !each.isEmpty());
  }

  private String call(ConstraintModel constraint, String place, String variable) {
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
      case ConstraintModel.Saying saying -> call(saying.plain(), place(saying, place), variable);
    };
  }

  /** The place of a constraint's problems, which tells its message where it has one. */
  static String place(ConstraintModel constraint, String place) {
    return constraint instanceof ConstraintModel.Saying(var _, var message)
        ? place + ".saying(" + Literals.string(message) + ")"
        : place;
  }

  private static String call(String method, String... arguments) {
    return "%s.%s(%s)".formatted(CONSTRAINTS, method, String.join(", ", arguments));
  }

  /** A size as Java writes it; without an upper end it is the greatest {@code int}. */
  public static String size(int max) {
    return max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Integer.toString(max);
  }

  private String decimal(String bound) {
    return constant(
        "BOUND",
        "`java.math.BigDecimal`",
        "new `java.math.BigDecimal`(" + Literals.string(bound) + ")");
  }

  private String pattern(ConstraintModel.Pattern pattern) {
    return constant(
        "PATTERN",
        "`dev.covet.base.problem.TextPattern`",
        "`dev.covet.base.problem.TextPattern`.of(" + Literals.string(regex(pattern)) + ")");
  }

  /** The expression with its flags. */
  static String regex(ConstraintModel.Pattern pattern) {
    return flags(pattern.flags()) + pattern.regexp();
  }

  /** Flags as the expression itself can say them: {@code (?i)}. */
  private static String flags(List<String> flags) {
    var letters = flags.stream().map(CheckCode::letter).collect(Collectors.joining());
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

  private String constant(String word, String type, String value) {
    return constants.computeIfAbsent(
        new Constant(type, value), _ -> word + "_" + (constants.size() + 1));
  }

  private String elements(ValueModel value, String place, String variable) {
    if (!(value.type() instanceof TypeModel.ListOf(var element)) || !element.isLimited()) {
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

  /** The constants that the statements name. */
  public String constants() {
    return Template.paragraphs(
        constants.entrySet().stream()
            .map(each -> each.getKey().declaration(each.getValue()))
            .toList());
  }
}
