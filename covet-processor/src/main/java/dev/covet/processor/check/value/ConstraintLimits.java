package dev.covet.processor.check.value;

import dev.covet.processor.model.type.CheckCall.Argument;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.schema.Constraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What constraints let pass: whether that is anything, and whether a default is part of it. It is
 * worked out from what each says of its limits, so that no constraint is named here.
 */
final class ConstraintLimits {
  /** The limit of numbers in requests. */
  private static final int EXPONENT_MAX = 1_000;

  private ConstraintLimits() {}

  /** Two constraints, by their names, that no value keeps both of. */
  record Pair(String first, String second) {}

  /** Why a constraint by itself lets nothing pass, or cannot be checked. */
  static Optional<String> fault(ConstraintModel.Known constraint) {
    return constraint.check().arguments().stream()
        .flatMap(each -> fault(each).stream())
        .findFirst()
        .or(() -> constraint.limits().flatMap(each -> fault(each).stream()).findFirst());
  }

  private static Optional<String> fault(Argument argument) {
    return switch (argument) {
      case Argument.Whole _ -> Optional.empty();
      case Argument.Decimal(var value) ->
          number(value).isEmpty()
              ? Optional.of("\"" + value + "\" is not a number")
              : number(value)
                  .filter(each -> Math.abs((long) each.precision() - each.scale()) > EXPONENT_MAX)
                  .map(_ -> "\"" + value + "\" has more digits than a request may send");
      case Argument.Regex(var value) -> syntax(value);
    };
  }

  private static Optional<String> syntax(String regex) {
    try {
      var _ = Pattern.compile(regex);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "\"%s\" is not a regular expression (%s)".formatted(regex, e.getDescription()));
    }
  }

  private static Optional<String> fault(Constraint limit) {
    return switch (limit) {
      case Constraint.Size(var min, var max) when min < 0 || max < 0 ->
          Optional.of("a size is never negative");
      case Constraint.Size(var min, var max) when min > max ->
          Optional.of("its min, %s, is above its max, %s".formatted(min, max));
      case Constraint.Digits(var integer, var fraction) when integer < 0 || fraction < 0 ->
          Optional.of("a number of digits is never negative");
      default -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * An end of what a constraint lets pass.
   *
   * @param inclusive whether it lets the end itself pass
   */
  private record Bound(String name, BigDecimal at, boolean inclusive) {
    /** Whether nothing is between this, a lowest value, and a highest one. */
    boolean isAbove(Bound highest) {
      var order = at.compareTo(highest.at);
      return order > 0 || (order == 0 && !(inclusive && highest.inclusive));
    }
  }

  /** The constraints of a value that contradict each other. */
  static Optional<Pair> unkept(ValueModel value) {
    return contradiction(
            bounds(value, ConstraintLimits::lowest), bounds(value, ConstraintLimits::highest))
        .or(() ->
            contradiction(
                bounds(value, ConstraintLimits::shortest),
                bounds(value, ConstraintLimits::longest)));
  }

  private static Optional<Pair> contradiction(List<Bound> lows, List<Bound> highs) {
    return highs.stream()
        .flatMap(high ->
            lows.stream()
                .filter(low -> !low.name.equals(high.name) && low.isAbove(high))
                .map(low -> new Pair(low.name, high.name)))
        .findFirst();
  }

  private static List<Bound> bounds(ValueModel value, Function<Constraint, @Nullable Bound> bound) {
    return right(value)
        .flatMap(constraint ->
            constraint
                .limits()
                .flatMap(limit -> Stream.ofNullable(bound.apply(limit)))
                .map(each -> new Bound(constraint.name(), each.at, each.inclusive)))
        .toList();
  }

  private static @Nullable Bound lowest(Constraint limit) {
    return switch (limit) {
      case Constraint.AtLeast(var value, var exclusive) ->
          new Bound("", new BigDecimal(value), !exclusive);
      case Constraint.Is(var value) when value -> new Bound("", BigDecimal.ONE, true);
      default -> null;
    };
  }

  /** False is below true. */
  private static @Nullable Bound highest(Constraint limit) {
    return switch (limit) {
      case Constraint.AtMost(var value, var exclusive) ->
          new Bound("", new BigDecimal(value), !exclusive);
      case Constraint.Is(var value) when !value -> new Bound("", BigDecimal.ZERO, true);
      default -> null;
    };
  }

  private static @Nullable Bound shortest(Constraint limit) {
    return switch (limit) {
      case Constraint.Size(var min, var _) -> new Bound("", BigDecimal.valueOf(min), true);
      case Constraint.NotBlank _ -> new Bound("", BigDecimal.ONE, true);
      default -> null;
    };
  }

  private static @Nullable Bound longest(Constraint limit) {
    return limit instanceof Constraint.Size(var _, var max)
        ? new Bound("", BigDecimal.valueOf(max), true)
        : null;
  }

  /** The constraint that a right default of a value breaks, if it breaks one. */
  static Optional<ConstraintModel.Known> broken(ValueModel value, DefaultModel fallback) {
    return switch (fallback) {
      case DefaultModel.None _ -> Optional.empty();
      case DefaultModel.Empty _ -> broken(value, "");
      case DefaultModel.Text(var text) -> broken(value, text);
    };
  }

  /** The constraint that a list of so many elements breaks, if it breaks one. */
  static Optional<ConstraintModel.Known> brokenBySize(ValueModel list, int size) {
    return right(list)
        .filter(each ->
            each.limits()
                .anyMatch(limit ->
                    limit instanceof Constraint.Size(var min, var max)
                        && (size < min || size > max)))
        .findFirst();
  }

  private static Optional<ConstraintModel.Known> broken(ValueModel value, String text) {
    return right(value).filter(each -> breaks(each, value.type(), text)).findFirst();
  }

  /** The constraints that fit the value and can be checked, by name. */
  private static Stream<ConstraintModel.Known> right(ValueModel value) {
    return value.known().filter(each -> each.fits(value.type()) && fault(each).isEmpty());
  }

  private static boolean breaks(ConstraintModel.Known constraint, TypeModel type, String text) {
    if (constraint.kind().refuses(text, Instant.now())) return true;
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) when kind == ScalarKind.STRING ->
          constraint.limits().anyMatch(limit -> breaks(limit, text))
              || constraint.check().arguments().stream().anyMatch(each -> breaks(each, text));
      case TypeModel.Scalar(var kind, var _) when kind.number() ->
          number(text)
              .filter(each -> constraint.limits().anyMatch(limit -> breaks(limit, each)))
              .isPresent();
      case TypeModel.Scalar(var kind, var _) when kind == ScalarKind.BOOLEAN ->
          constraint.limits().anyMatch(limit -> breaks(limit, text));
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _ ->
          constraint.limits().anyMatch(limit -> breaks(limit, ""));
      default -> false;
    };
  }

  private static boolean breaks(Constraint limit, String text) {
    return switch (limit) {
      case Constraint.NotBlank _ -> text.isBlank();
      case Constraint.Is(var value) -> !text.equals(String.valueOf(value));
      case Constraint.Size(var min, var max) -> {
        var size = text.codePointCount(0, text.length());
        yield size < min || size > max;
      }
      default -> false;
    };
  }

  private static boolean breaks(Argument argument, String text) {
    return argument instanceof Argument.Regex(var regex)
        && !Pattern.compile(regex).matcher(text).matches();
  }

  private static boolean breaks(Constraint limit, BigDecimal number) {
    return switch (limit) {
      case Constraint.AtLeast(var least, var exclusive) ->
          new Bound("", new BigDecimal(least), !exclusive).isAbove(new Bound("", number, true));
      case Constraint.AtMost(var most, var exclusive) ->
          new Bound("", number, true).isAbove(new Bound("", new BigDecimal(most), !exclusive));
      case Constraint.Digits(var integer, var fraction) ->
          (number.signum() != 0 && number.precision() - number.scale() > integer)
              || number.scale() > fraction;
      default -> false;
    };
  }
}
