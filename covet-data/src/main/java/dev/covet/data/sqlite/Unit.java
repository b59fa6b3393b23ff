package dev.covet.data.sqlite;

import dev.covet.data.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a whole number in a column counts. SQLite has one type for numbers, decimals and moments, so
 * a CHECK says which it is.
 */
sealed interface Unit {
  /** What stands for a value that only a person knows: no INTEGER column takes it. */
  String BLANK = "'FILL IN'";

  /** How the CHECK of a decimal looks; its group is the scale. */
  Pattern DECIMAL = Pattern.compile(".* / 1e(\\d+) BETWEEN -1e\\d+ AND 1e\\d+");

  /** The years 1 to 9999, in microseconds since 1970. */
  String MOMENTS = " BETWEEN -62135596800000000 AND 253402300799999999";

  /** How the CHECK of any other whole number looks that has one. */
  List<String> WHOLES =
      List.of(" IN (0, 1)", " BETWEEN " + Integer.MIN_VALUE + " AND " + Integer.MAX_VALUE);

  /**
   * Parts of one.
   *
   * @param scale digits after the point; 0 for whole numbers
   */
  record Fraction(int scale) implements Unit {}

  /** Microseconds since 1970. */
  record Micros() implements Unit {}

  /** The CHECK that says it of a column; none if the type needs none. */
  static List<String> check(String name, SqlType<?> type) {
    return switch (type) {
      case SqlType.Moment _ -> List.of(name + MOMENTS);
      case SqlType.Decimal(var scale) -> {
        var most = "1e" + (SqlType.Decimal.DIGITS_MAX - scale);
        yield List.of("%s / 1e%s BETWEEN -%s AND %s".formatted(name, scale, most, most));
      }
      default -> List.of();
    };
  }

  /** What a table says by these CHECKs of a column; empty if it was made before that was said. */
  static Optional<Unit> of(List<String> checks) {
    return checks.stream().flatMap(each -> of(each).stream()).findFirst();
  }

  private static Optional<Unit> of(String check) {
    var decimal = DECIMAL.matcher(check);
    if (decimal.matches()) return Optional.of(new Fraction(Integer.parseInt(decimal.group(1))));
    if (check.endsWith(MOMENTS)) return Optional.of(new Micros());
    return WHOLES.stream().anyMatch(check::endsWith)
        ? Optional.of(new Fraction(0))
        : Optional.empty();
  }

  /** What values of a type count; empty if they are not stored as whole numbers. */
  static Optional<Unit> of(SqlType<?> type) {
    return switch (type) {
      case SqlType.Moment _ -> Optional.of(new Micros());
      case SqlType.Decimal(var scale) -> Optional.of(new Fraction(scale));
      default ->
          Storage.affinity(type).equals("INTEGER")
              ? Optional.of(new Fraction(0))
              : Optional.empty();
    };
  }

  /** In words. */
  default String shown() {
    return switch (this) {
      case Micros _ -> "a moment";
      case Fraction(var scale) when scale == 0 -> "a whole number";
      case Fraction(var scale) -> "a decimal with " + scale + " digits after the point";
    };
  }

  /** A column's values in another unit, in SQL; empty if only a person knows them. */
  default Optional<String> in(Unit other, String name) {
    if (!(this instanceof Fraction(var from) && other instanceof Fraction(var to))) {
      return Optional.empty();
    }
    return Optional.of(
        to >= from ? name + " * " + power(to - from) : rounded(name, power(from - to)));
  }

  /** Whether each value is there in the other unit as well. */
  default boolean isWithin(Unit other) {
    return this instanceof Fraction(var from) && other instanceof Fraction(var to) && to >= from;
  }

  /** As PostgreSQL does: halves go away from zero. */
  private static String rounded(String name, long by) {
    return "(%s + iif(%s < 0, -%s, %s)) / %s".formatted(name, name, by / 2, by / 2, by);
  }

  private static long power(int digits) {
    var power = 1L;
    for (var n = 0; n < digits; n++) power *= 10;
    return power;
  }

  /** A column's values as those of a type that counts nothing, in SQL. */
  default String in(String affinity, String name) {
    if (!(this instanceof Fraction(var scale)) || scale == 0) return name;
    return switch (affinity) {
      case "REAL" -> name + " / 1e" + scale;
      case "TEXT" ->
          ("iif(%1$s < 0, '-', '') || (abs(%1$s) / %2$s) || '.'"
                  + " || substr('%3$s' || (abs(%1$s) %% %2$s), -%4$s)")
              .formatted(name, power(scale), "0".repeat(scale), scale);
      default -> name;
    };
  }
}
