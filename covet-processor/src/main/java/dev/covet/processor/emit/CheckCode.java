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

  private final List<String> patterns = new ArrayList<>();

  /**
   * The statements that check a value, empty where nothing limits it.
   *
   * @param place expression of the place of problems
   * @param variable the value, not null
   */
  String statements(ValueModel value, String place, String variable) {
    var lines = new ArrayList<String>();
    value.constraints().forEach(constraint -> lines.add(statement(constraint, place, variable)));
    lines.add(elements(value, place, variable));
    return Template.lines(lines);
  }

  private String statement(ConstraintModel constraint, String place, String variable) {
    return switch (constraint) {
      case ConstraintModel.NotNull _, ConstraintModel.Unknown _ -> "";
      case ConstraintModel.NotBlank _ -> call("notBlank", place, variable);
      case ConstraintModel.NotEmpty _ -> call("notEmpty", place, variable);
      case ConstraintModel.Size(var min, var max) ->
          call("size", place, variable, "" + min, size(max));
      case ConstraintModel.Min(var least) -> call("min", place, variable, Literals.number(least));
      case ConstraintModel.Max(var most) -> call("max", place, variable, Literals.number(most));
      case ConstraintModel.Positive _ -> call("positive", place, variable);
      case ConstraintModel.DecimalMin(var least, var inclusive) ->
          call("decimalMin", place, variable, Literals.string(least), "" + inclusive);
      case ConstraintModel.Digits(var integer, var fraction) ->
          call("digits", place, variable, "" + integer, "" + fraction);
      case ConstraintModel.Pattern pattern -> call("pattern", place, variable, constant(pattern));
      case ConstraintModel.Email _ -> call("email", place, variable);
    };
  }

  private static String call(String method, String... arguments) {
    return "%s.%s(%s);".formatted(CONSTRAINTS, method, String.join(", ", arguments));
  }

  /** A size as Java writes it; without an upper end it is the greatest {@code int}. */
  static String size(int max) {
    return max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : Integer.toString(max);
  }

  private String constant(ConstraintModel.Pattern pattern) {
    var flags =
        pattern.flags().isEmpty()
            ? ""
            : ", "
                + String.join(
                    " | ",
                    pattern.flags().stream()
                        .map("`java.util.regex.Pattern`.%s"::formatted)
                        .toList());
    var made =
        "`dev.covet.base.problem.TextPattern`.of(%s%s)"
            .formatted(Literals.string(pattern.regexp()), flags);
    if (!patterns.contains(made)) {
      patterns.add(made);
    }
    return "PATTERN_" + (patterns.indexOf(made) + 1);
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
    var own =
        value.constraints().stream()
            .anyMatch(constraint ->
                !(constraint instanceof ConstraintModel.NotNull
                    || constraint instanceof ConstraintModel.Unknown));
    return own || (value.type() instanceof TypeModel.ListOf(var element) && limits(element));
  }

  /** The constants that the statements name. */
  String constants() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < patterns.size(); i++) {
      lines.add(
          "private static final `dev.covet.base.problem.TextPattern` PATTERN_%d =\n    %s;"
              .formatted(i + 1, patterns.get(i)));
    }
    return Template.lines(lines);
  }
}
