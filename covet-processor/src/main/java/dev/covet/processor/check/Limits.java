package dev.covet.processor.check;

import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What constraints let pass: whether that is anything, and whether a default is part of it. */
final class Limits {
  private Limits() {}

  /** Two constraints, by their names, that no value keeps both of. */
  record Pair(String first, String second) {}

  /** Why a constraint by itself lets nothing pass, or cannot be checked. */
  static Optional<String> fault(ConstraintModel constraint) {
    return switch (constraint) {
      case ConstraintModel.Size(var min, var max) when min < 0 || max < 0 ->
          Optional.of("a size is never negative");
      case ConstraintModel.Size(var min, var max) when min > max ->
          Optional.of("its min, %d, is above its max, %d".formatted(min, max));
      case ConstraintModel.Digits(var integer, var fraction) when integer < 0 || fraction < 0 ->
          Optional.of("a number of digits is never negative");
      case ConstraintModel.DecimalMin(var value, var _) when number(value).isEmpty() ->
          Optional.of("\"" + value + "\" is no number");
      case ConstraintModel.Pattern pattern -> syntax(pattern);
      default -> Optional.empty();
    };
  }

  private static Optional<String> syntax(ConstraintModel.Pattern pattern) {
    try {
      var _ = compiled(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "\"%s\" is no regular expression (%s)".formatted(pattern.regexp(), e.getDescription()));
    }
  }

  private static Pattern compiled(ConstraintModel.Pattern pattern) {
    return Pattern.compile(
        pattern.regexp(), pattern.flags().stream().mapToInt(Limits::flag).reduce(0, Limits::or));
  }

  private static int or(int some, int more) {
    return some | more;
  }

  private static int flag(String name) {
    return switch (name) {
      case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
      case "COMMENTS" -> Pattern.COMMENTS;
      case "DOTALL" -> Pattern.DOTALL;
      case "MULTILINE" -> Pattern.MULTILINE;
      case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
      case "UNIX_LINES" -> Pattern.UNIX_LINES;
      default -> 0;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The constraints of a value that contradict each other. */
  static Optional<Pair> unkept(ValueModel value) {
    var all = value.constraints().stream().map(ConstraintModel::plain).toList();
    var highest = all.stream().filter(ConstraintModel.Max.class::isInstance).findFirst();
    var below =
        highest.flatMap(max ->
            all.stream()
                .filter(each -> bound(each).filter(low -> isAbove(low, max)).isPresent())
                .findFirst()
                .map(low -> new Pair(low.name(), max.name())));
    return below.or(() -> empty(all));
  }

  private static Optional<Pair> empty(List<ConstraintModel> all) {
    var isEmpty = all.contains(new ConstraintModel.Size(0, 0));
    return all.stream()
        .filter(each ->
            each instanceof ConstraintModel.NotBlank || each instanceof ConstraintModel.NotEmpty)
        .filter(_ -> isEmpty)
        .findFirst()
        .map(each -> new Pair(each.name(), "Size"));
  }

  /**
   * The end of what a constraint lets pass.
   *
   * @param inclusive whether it lets the end itself pass
   */
  private record Bound(BigDecimal at, boolean inclusive) {}

  private static Optional<Bound> bound(ConstraintModel constraint) {
    return switch (constraint) {
      case ConstraintModel.Min(var value) ->
          Optional.of(new Bound(BigDecimal.valueOf(value), true));
      case ConstraintModel.Positive _ -> Optional.of(new Bound(BigDecimal.ZERO, false));
      case ConstraintModel.DecimalMin(var value, var inclusive) ->
          number(value).map(at -> new Bound(at, inclusive));
      default -> Optional.empty();
    };
  }

  private static boolean isAbove(Bound low, ConstraintModel highest) {
    if (!(highest instanceof ConstraintModel.Max(var max))) {
      return false;
    }
    var order = low.at().compareTo(BigDecimal.valueOf(max));
    return order > 0 || (order == 0 && !low.inclusive());
  }

  /** The constraint that a right default of a value breaks, if it breaks one. */
  static Optional<ConstraintModel> broken(ValueModel value, DefaultModel fallback) {
    return switch (fallback) {
      case DefaultModel.None _ -> Optional.empty();
      case DefaultModel.Empty _ -> broken(value, "");
      case DefaultModel.Text(var text) -> broken(value, text);
    };
  }

  private static Optional<ConstraintModel> broken(ValueModel value, String text) {
    return fitting(value)
        .filter(each -> fault(each).isEmpty())
        .filter(each -> breaks(each, value.type(), text))
        .min(Comparator.comparing(ConstraintModel::name));
  }

  private static Stream<ConstraintModel> fitting(ValueModel value) {
    return value.constraints().stream()
        .map(ConstraintModel::plain)
        .filter(each -> ConstraintChecks.fits(each, value.type()));
  }

  private static boolean breaks(ConstraintModel constraint, TypeModel type, String text) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) when kind == ScalarKind.STRING ->
          breaks(constraint, text);
      case TypeModel.Scalar(var kind, var _) when kind.number() ->
          number(text).filter(each -> breaks(constraint, each)).isPresent();
      case TypeModel.ListOf _ -> breaks(constraint, "");
      default -> false;
    };
  }

  private static boolean breaks(ConstraintModel constraint, String text) {
    return switch (constraint) {
      case ConstraintModel.NotBlank _ -> text.isBlank();
      case ConstraintModel.NotEmpty _ -> text.isEmpty();
      case ConstraintModel.Size(var min, var max) -> {
        var size = text.codePointCount(0, text.length());
        yield size < min || size > max;
      }
      case ConstraintModel.Pattern pattern -> !compiled(pattern).matcher(text).matches();
      default -> false;
    };
  }

  private static boolean breaks(ConstraintModel constraint, BigDecimal number) {
    if (constraint instanceof ConstraintModel.Max(var max)) {
      return number.compareTo(BigDecimal.valueOf(max)) > 0;
    }
    return bound(constraint)
        .filter(low -> {
          var order = number.compareTo(low.at());
          return order < 0 || (order == 0 && !low.inclusive());
        })
        .isPresent();
  }
}
