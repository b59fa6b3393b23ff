package dev.covet.base.codec;

import dev.covet.api.Secret;
import dev.covet.base.json.Numbers;
import dev.covet.base.problem.Place;
import dev.covet.schema.ScalarText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the values of one type are texts where everything is a text: in a path, a query, a header, a
 * setting. Thread-safe.
 *
 * @param <T> the type, of which there is one constant for each scalar
 */
public final class TextForm<T> {
  /** {@code true} and {@code false}, and what forms send for them. */
  public static final TextForm<Boolean> BOOLEAN =
      of(TextScalars::toBoolean, String::valueOf, false);

  /** {@code true} and {@code false} alone, as JSON has them. */
  static final TextForm<Boolean> EXACT_BOOLEAN =
      of(TextScalars::toExactBoolean, String::valueOf, false);

  /** Whole numbers of 8 bits. */
  public static final TextForm<Byte> BYTE = of(TextScalars::toByte, String::valueOf, (byte) 0);

  /** Whole numbers of 16 bits. */
  public static final TextForm<Short> SHORT = of(TextScalars::toShort, String::valueOf, (short) 0);

  /** Whole numbers of 32 bits. */
  public static final TextForm<Integer> INT = of(TextScalars::toInt, String::valueOf, 0);

  /** Whole numbers of 64 bits. */
  public static final TextForm<Long> LONG = of(TextScalars::toLong, String::valueOf, 0L);

  /** Whole numbers. */
  public static final TextForm<BigInteger> BIG_INTEGER =
      of(TextScalars::toBigInteger, BigInteger::toString, BigInteger.ZERO);

  /** Floats. */
  public static final TextForm<Float> FLOAT = of(TextScalars::toFloat, String::valueOf, 0.0f);

  /** Doubles. */
  public static final TextForm<Double> DOUBLE = of(TextScalars::toDouble, String::valueOf, 0.0);

  /** Exact numbers. */
  public static final TextForm<BigDecimal> DECIMAL =
      new TextForm<>(TextScalars::toDecimal, BigDecimal::toString, () -> BigDecimal.ZERO);

  /** Characters. */
  public static final TextForm<Character> CHAR = of(ScalarText.CHAR);

  /** Texts. */
  public static final TextForm<String> STRING = of((_, text) -> text, Function.identity(), "");

  /** Texts that are never shown. */
  public static final TextForm<Secret> SECRET =
      of((_, text) -> Secret.of(text), Secret::value, Secret.EMPTY);

  /** Identifiers. */
  public static final TextForm<UUID> UUID = of(ScalarText.UUID);

  /** Addresses. */
  public static final TextForm<URI> URI = of(ScalarText.URI);

  /** Days. */
  public static final TextForm<LocalDate> DATE = of(ScalarText.DATE);

  /** Moments. */
  public static final TextForm<Instant> INSTANT = of(ScalarText.INSTANT);

  /** Times of day. */
  public static final TextForm<LocalTime> TIME = of(ScalarText.TIME);

  /** Days with a time of day. */
  public static final TextForm<LocalDateTime> DATE_TIME = of(ScalarText.DATE_TIME);

  /** Moments with an offset. */
  public static final TextForm<OffsetDateTime> OFFSET_DATE_TIME = of(ScalarText.OFFSET_DATE_TIME);

  /** Times of day with an offset. */
  public static final TextForm<OffsetTime> OFFSET_TIME = of(ScalarText.OFFSET_TIME);

  /** Moments with a time zone. */
  public static final TextForm<ZonedDateTime> ZONED_DATE_TIME = of(ScalarText.ZONED_DATE_TIME);

  /** Lengths of time. */
  public static final TextForm<Duration> DURATION = of(ScalarText.DURATION);

  /** Lengths of time in days or longer. */
  public static final TextForm<Period> PERIOD = of(ScalarText.PERIOD);

  /** Years. */
  public static final TextForm<Year> YEAR =
      of(TextScalars::toYear, Year::toString, Year.of(Numbers.YEAR_MIN));

  /** Months. */
  public static final TextForm<YearMonth> YEAR_MONTH = of(ScalarText.YEAR_MONTH);

  /** Days of every year. */
  public static final TextForm<MonthDay> MONTH_DAY = of(ScalarText.MONTH_DAY);

  /** Time zones. */
  public static final TextForm<ZoneId> ZONE_ID = of(ScalarText.ZONE_ID);

  /** Distances from UTC. */
  public static final TextForm<ZoneOffset> ZONE_OFFSET = of(ScalarText.ZONE_OFFSET);

  private final BiFunction<Place, String, T> reading;
  private final Function<T, String> writing;

  /** Asked for late: the first {@link BigDecimal} costs the JDK a tenth of a second. */
  private final Supplier<T> zero;

  private TextForm(
      BiFunction<Place, String, T> reading, Function<T, String> writing, Supplier<T> zero) {
    this.reading = reading;
    this.writing = writing;
    this.zero = zero;
  }

  private static <T> TextForm<T> of(
      BiFunction<Place, String, T> reading, Function<T, String> writing, T zero) {
    return new TextForm<>(reading, writing, () -> zero);
  }

  private static <T> TextForm<T> of(ScalarText<T> kind) {
    return of((at, text) -> TextScalars.some(at, text, kind), kind::text, kind.zero());
  }

  /**
   * A value class: a record of one scalar, as which it is read and written; its zero is null, which
   * nobody gets to see.
   */
  @SuppressWarnings("NullAway") // who goes on with what is no value throws it away in the end
  public static <V, S> TextForm<V> wrapped(TextForm<S> of, Wrapping<V, S> wrapping) {
    return new TextForm<>(
        (at, text) -> {
          var before = at.problemCount();
          var value = of.read(at, text);
          return at.problemCount() > before ? null : wrapping.wrap(at, value);
        },
        value -> of.write(wrapping.unwrap().apply(value)),
        () -> null);
  }

  /** The value of a text; {@link #zero()}, with a problem at the place, if it is none. */
  public T read(Place at, String text) {
    return reading.apply(at, text);
  }

  /** The text of a value. */
  public String write(T value) {
    return writing.apply(value);
  }

  /** A value for when there is none. */
  public T zero() {
    return zero.get();
  }
}
