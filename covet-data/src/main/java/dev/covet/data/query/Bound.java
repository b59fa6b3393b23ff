package dev.covet.data.query;

import dev.covet.api.Secret;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A comparison with a value that the column can hold. Values between or beyond those are brought to
 * one that means the same, here and not by each database in its own way.
 */
sealed interface Bound {
  /** Compare with this value. */
  record With(Comparison comparison, Object value) implements Bound {}

  /** No value fulfils it. */
  record None() implements Bound {}

  /** Every value fulfils it; null does not. */
  record Any() implements Bound {}

  static <V> Bound of(SqlType<V> type, Comparison comparison, V value) {
    if (type instanceof Document<?>) {
      throw new IllegalArgumentException("A JSON column cannot be compared");
    }
    if (type instanceof Mapped<V, ?> mapped) {
      return mapped(mapped, comparison, value);
    }
    if (value instanceof Number number && Double.isNaN(number.doubleValue())) {
      return comparison == Comparison.NE ? new Any() : new None();
    }
    if (value instanceof Double || value instanceof Float || isExact(type, value)) {
      return new With(comparison, value);
    }
    return switch (comparison) {
      case EQ -> new None();
      case NE -> new Any();
      case LT, LE -> new With(Comparison.LE, below(type, value));
      case GT, GE -> new With(Comparison.GT, below(type, value));
    };
  }

  private static <V, S> Bound mapped(Mapped<V, S> type, Comparison comparison, V value) {
    if (!Storable.holds(type, value)) {
      throw new IllegalArgumentException("No column holds " + value);
    }
    if (comparison != Comparison.EQ && comparison != Comparison.NE && value instanceof Secret) {
      throw new IllegalArgumentException("A Secret is not less or more than another");
    }
    if (Storable.normal(type, value).equals(value)) {
      return new With(comparison, value);
    }
    return switch (comparison) {
      case EQ -> new None();
      case NE -> new Any();
      case LT, LE -> new With(Comparison.LE, value);
      case GT, GE -> new With(Comparison.GT, value);
    };
  }

  private static <V> boolean isExact(SqlType<V> type, V value) {
    return Storable.holds(type, value)
        && (value instanceof BigDecimal || Storable.normal(type, value).equals(value));
  }

  /**
   * The largest that can be held below a value that cannot; one step under the smallest if none.
   */
  private static Object below(SqlType<?> type, Object value) {
    return switch (value) {
      case String text -> text.substring(0, StorableText.storable(text));
      case Instant moment -> below(moment);
      case LocalDate day ->
          day.isBefore(Storable.DAY_MIN) ? Storable.DAY_MIN.minusDays(1) : Storable.DAY_MAX;
      case BigDecimal number when type instanceof SqlType.Decimal decimal -> below(decimal, number);
      default -> throw new IllegalArgumentException("Cannot compare with " + value.getClass());
    };
  }

  private static Instant below(Instant moment) {
    if (moment.isBefore(Storable.MOMENT_MIN)) {
      return Storable.MOMENT_MIN.minus(1, ChronoUnit.MICROS);
    }
    return moment.isBefore(Storable.MOMENT_END)
        ? moment.truncatedTo(ChronoUnit.MICROS)
        : Storable.MOMENT_END.minus(1, ChronoUnit.MICROS);
  }

  /** Digits in all are few, so the numbers next to them fit into 64 bits, too. */
  private static BigDecimal below(SqlType.Decimal type, BigDecimal number) {
    var limit = BigDecimal.TEN.pow(SqlType.Decimal.DIGITS_MAX).scaleByPowerOfTen(-type.scale());
    var step = BigDecimal.ONE.scaleByPowerOfTen(-type.scale());
    if (number.compareTo(limit) >= 0) {
      return limit.subtract(step);
    }
    return number.compareTo(limit.negate()) <= 0
        ? limit.negate()
        : number.setScale(type.scale(), RoundingMode.FLOOR);
  }
}
