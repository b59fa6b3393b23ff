package dev.covet.data.type;

import dev.covet.api.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * A comparison with a value that the column can hold. Values between or beyond those are brought to
 * one that means the same, here and not by each database in its own way.
 */
public sealed interface Bound {
  /** Compare with this value, which is of the column's type or of one that it is stored as. */
  record With(Comparison comparison, SqlType<?> type, Object value) implements Bound {}

  /** No value fulfils it. */
  record None() implements Bound {}

  /** Every value fulfils it; null does not. */
  record Any() implements Bound {}

  static <V> Bound of(SqlType<V> type, Comparison comparison, V value) {
    if (type instanceof Document<?>) {
      throw new IllegalArgumentException("A JSON column cannot be compared");
    }
    if (type instanceof Mapped<V, ?> mapped) return mapped(mapped, comparison, value);
    if (value instanceof Number number && Double.isNaN(number.doubleValue())) {
      return comparison == Comparison.NE ? new Any() : new None();
    }
    if (value instanceof Double || value instanceof Float || isExact(type, value)) {
      return new With(comparison, type, value);
    }
    return between(comparison, than -> new With(than, type, below(type, value)));
  }

  /** A comparison with a value that cannot be held, by the largest below it that can. */
  private static Bound between(Comparison comparison, Function<Comparison, Bound> withBelow) {
    return switch (comparison) {
      case EQ -> new None();
      case NE -> new Any();
      case LT, LE -> withBelow.apply(Comparison.LE);
      case GT, GE -> withBelow.apply(Comparison.GT);
    };
  }

  private static <V, S> Bound mapped(Mapped<V, S> type, Comparison comparison, V value) {
    if (comparison.isOfOrder() && value instanceof Secret) {
      throw new IllegalArgumentException("A Secret is not less or more than another");
    }
    var stored = type.storable(value);
    if (stored == null) return beyond(comparison, value);
    Function<Comparison, Bound> bound = than -> ofMoments(value, of(type.of(), than, stored));
    return type.reading().apply(stored).equals(value)
        ? bound.apply(comparison)
        : between(comparison, bound);
  }

  /** Values of one moment are neither less nor more than each other, whatever their offset is. */
  private static Bound ofMoments(Object value, Bound bound) {
    return switch (bound) {
      case With(var comparison, var type, String text) when comparison.isOfOrder() ->
          new With(comparison, type, Stored.ofMoment(value, text, comparison));
      default -> bound;
    };
  }

  /** A comparison with a value below or above all that can be held. */
  private static Bound beyond(Comparison comparison, Object value) {
    return switch (comparison) {
      case EQ -> new None();
      case NE -> new Any();
      case LT, LE -> isAbove(value) ? new Any() : new None();
      case GT, GE -> isAbove(value) ? new None() : new Any();
    };
  }

  private static boolean isAbove(Object value) {
    return switch (value) {
      case LocalDateTime it -> it.getYear() > 0;
      case OffsetDateTime it -> it.getYear() > 0;
      case ZonedDateTime it -> it.getYear() > 0;
      case YearMonth it -> it.getYear() > 0;
      case Duration it -> it.isPositive();
      case BigInteger it -> it.signum() > 0;
      default -> throw new IllegalArgumentException("Cannot compare with " + value.getClass());
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
    if (number.compareTo(limit) >= 0) return limit.subtract(step);
    return number.compareTo(limit.negate()) <= 0
        ? limit.negate()
        : number.setScale(type.scale(), RoundingMode.FLOOR);
  }
}
