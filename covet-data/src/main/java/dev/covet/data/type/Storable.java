package dev.covet.data.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Which values columns hold, and what they are when they are read back: the same on every database.
 * What is stored as JSON is {@link Document}'s to say.
 */
public final class Storable {
  /** First and last day of a column. */
  static final LocalDate DAY_MIN = LocalDate.of(1, 1, 1);

  static final LocalDate DAY_MAX = LocalDate.of(9_999, 12, 31);

  /** First moment of a column, and the first one after all of them. */
  static final Instant MOMENT_MIN = DAY_MIN.atStartOfDay().toInstant(ZoneOffset.UTC);

  static final Instant MOMENT_END = DAY_MAX.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

  private Storable() {}

  /** Whether a column of a type can hold one of its values. */
  public static <V> boolean holds(SqlType<V> type, V value) {
    return type instanceof Mapped<V, ?> mapped ? holds(mapped, value) : holdsPlain(type, value);
  }

  private static <V, S> boolean holds(Mapped<V, S> type, V value) {
    var stored = type.storable(value);
    return stored != null && holds(type.of(), stored);
  }

  private static <V> boolean holdsPlain(SqlType<V> type, V value) {
    return switch (value) {
      case String text -> StorableText.storable(text) == text.length();
      case Double number -> Double.isFinite(number);
      case Float number -> Float.isFinite(number);
      case LocalDate day -> !day.isBefore(DAY_MIN) && !day.isAfter(DAY_MAX);
      case Instant moment -> !moment.isBefore(MOMENT_MIN) && moment.isBefore(MOMENT_END);
      case BigDecimal number when type instanceof SqlType.Decimal(var scale) ->
          number.stripTrailingZeros().scale() <= scale
              && number.precision() - (long) number.scale() + scale <= SqlType.Decimal.DIGITS_MAX;
      default -> true;
    };
  }

  /** A value that a column of the type can hold, as it will be read back. */
  public static <V> Object normal(SqlType<V> type, V value) {
    return switch (value) {
      case Object _ when type instanceof Mapped<V, ?> mapped -> normal(mapped, value);
      case Double number when number == 0 -> 0.0;
      case Float number when number == 0 -> 0.0f;
      case Instant moment -> moment.truncatedTo(ChronoUnit.MICROS);
      case BigDecimal number when type instanceof SqlType.Decimal(var scale) ->
          number.setScale(scale, RoundingMode.UNNECESSARY);
      default -> value;
    };
  }

  private static <V, S> Object normal(Mapped<V, S> type, V value) {
    return type.fromStored(normal(type.of(), type.storing().apply(value)));
  }
}
