package dev.covet.data.type;

import dev.covet.api.Secret;
import dev.covet.base.json.Codec;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a column holds; how it is stored is the database's own affair.
 *
 * @param <V> its values in Java
 */
public sealed interface SqlType<V>
    permits SqlType.Truth,
        SqlType.Whole32,
        SqlType.Whole64,
        SqlType.Binary64,
        SqlType.Text,
        SqlType.Identifier128,
        SqlType.Day,
        SqlType.Moment,
        SqlType.Decimal,
        SqlType.Choice,
        SqlType.Binary32,
        SqlType.Blob,
        Mapped,
        Document {
  /** True or false. */
  SqlType<Boolean> BOOLEAN = new Truth();

  /** A whole number of 32 bits. */
  SqlType<Integer> INT = new Whole32();

  /** A whole number of 64 bits. */
  SqlType<Long> LONG = new Whole64();

  /** A binary floating-point number of 64 bits; NaN and infinities are refused, -0.0 is 0.0. */
  SqlType<Double> DOUBLE = new Binary64();

  /** Text without U+0000 and lone surrogates, compared and sorted by code point. */
  SqlType<String> TEXT = new Text();

  /** A universally unique identifier (RFC 9562). */
  SqlType<UUID> UUID = new Identifier128();

  /** A day of the years 1 to 9999. */
  SqlType<LocalDate> DATE = new Day();

  /** A moment of the years 1 to 9999 in UTC, cut to microseconds. */
  SqlType<Instant> INSTANT = new Moment();

  /** A whole number of 8 bits. */
  SqlType<Byte> BYTE = new Mapped<>(LONG, Byte::longValue, Long::byteValue);

  /** A whole number of 16 bits. */
  SqlType<Short> SHORT = new Mapped<>(LONG, Short::longValue, Long::shortValue);

  /** A whole number of at most 9,999 digits; a text in SQL, sorted as numbers are. */
  SqlType<BigInteger> BIG_INTEGER = new Mapped<>(TEXT, Stored::integer, Stored::integer);

  /** A binary floating-point number of 32 bits; NaN and infinities are refused, -0.0 is 0.0. */
  SqlType<Float> FLOAT = new Binary32();

  /** Bytes, compared and sorted as unsigned ones. */
  SqlType<byte[]> BYTES = new Blob();

  /** One character. */
  SqlType<Character> CHAR = Stored.text(ScalarText.CHAR);

  /** Text that is never shown; rows can be asked for by it, not sorted. */
  SqlType<Secret> SECRET = new Mapped<>(TEXT, Secret::value, Secret::of);

  /** An address, compared and sorted as a text. */
  SqlType<URI> URI = Stored.text(ScalarText.URI);

  /** A time of day, cut to microseconds. */
  SqlType<LocalTime> TIME = new Mapped<>(TEXT, Stored::time, LocalTime::parse);

  /** A day and a time of day, of the years 1 to 9999, cut to microseconds. */
  SqlType<LocalDateTime> DATE_TIME = new Mapped<>(TEXT, Stored::dateTime, Stored::dateTime);

  /** A moment with an offset, sorted by the moment. */
  SqlType<OffsetDateTime> OFFSET_DATE_TIME =
      new Mapped<>(TEXT, Stored::offsetDateTime, Stored::offsetDateTime);

  /** A time of day with an offset, sorted by the time in UTC. */
  SqlType<OffsetTime> OFFSET_TIME = new Mapped<>(TEXT, Stored::offsetTime, Stored::offsetTime);

  /** A moment with a time zone, sorted by the moment. */
  SqlType<ZonedDateTime> ZONED_DATE_TIME =
      new Mapped<>(TEXT, Stored::zonedDateTime, Stored::zonedDateTime);

  /** A length of time in microseconds. */
  SqlType<Duration> DURATION = new Mapped<>(LONG, Stored::duration, Stored::duration);

  /** A length of time in days or longer, compared and sorted as a text. */
  SqlType<Period> PERIOD = Stored.text(ScalarText.PERIOD);

  /** A year. */
  SqlType<Year> YEAR = new Mapped<>(LONG, year -> (long) year.getValue(), Stored::year);

  /** A month of the years 1 to 9999. */
  SqlType<YearMonth> YEAR_MONTH = Stored.text(ScalarText.YEAR_MONTH);

  /** A day of every year. */
  SqlType<MonthDay> MONTH_DAY = Stored.text(ScalarText.MONTH_DAY);

  /** A time zone, compared and sorted as a text. */
  SqlType<ZoneId> ZONE_ID = Stored.text(ScalarText.ZONE_ID);

  /** A distance from UTC, compared and sorted as a text. */
  SqlType<ZoneOffset> ZONE_OFFSET = Stored.text(ScalarText.ZONE_OFFSET);

  /** Type of {@link #BOOLEAN}. */
  record Truth() implements SqlType<Boolean> {}

  /** Type of {@link #INT}. */
  record Whole32() implements SqlType<Integer> {}

  /** Type of {@link #LONG}. */
  record Whole64() implements SqlType<Long> {}

  /** Type of {@link #DOUBLE}. */
  record Binary64() implements SqlType<Double> {}

  /** Type of {@link #FLOAT}. */
  record Binary32() implements SqlType<Float> {}

  /** Type of {@link #BYTES}. */
  record Blob() implements SqlType<byte[]> {}

  /** Type of {@link #TEXT}. */
  record Text() implements SqlType<String> {}

  /** Type of {@link #UUID}. */
  record Identifier128() implements SqlType<UUID> {}

  /** Type of {@link #DATE}. */
  record Day() implements SqlType<LocalDate> {}

  /** Type of {@link #INSTANT}. */
  record Moment() implements SqlType<Instant> {}

  /**
   * An exact number of at most {@link #DIGITS_MAX} digits.
   *
   * @param scale digits after the decimal point, 0 to 18; values come back with exactly so many
   */
  record Decimal(int scale) implements SqlType<BigDecimal> {
    /** Most digits of a number, those after the decimal point included. */
    public static final int DIGITS_MAX = 18;

    /** Refuses a scale out of range. */
    public Decimal {
      if (scale < 0 || scale > DIGITS_MAX) {
        throw new IllegalArgumentException("scale must be 0 to 18: " + scale);
      }
    }
  }

  /** One of an enum's constants, stored by its name. */
  record Choice<E extends Enum<E>>(List<E> constants) implements SqlType<E> {
    /** Copies the constants. */
    public Choice {
      constants = List.copyOf(constants);
    }
  }

  /** An exact number with so many digits after the decimal point. */
  static SqlType<BigDecimal> decimal(int scale) {
    return new Decimal(scale);
  }

  /** A value class, stored as its scalar: {@code SqlType.mapped(TEXT, Slug::value, Slug::new)}. */
  static <V, S> SqlType<V> mapped(SqlType<S> of, Function<V, S> unwrap, Function<S, V> make) {
    return new Mapped<>(of, unwrap, make);
  }

  /** One of these constants: {@code SqlType.choice(State.values())}. */
  static <E extends Enum<E>> SqlType<E> choice(E[] constants) {
    return new Choice<>(List.of(constants));
  }

  /**
   * A list, a nested record or a {@code JsonValue}, as JSON: {@code
   * SqlType.json(Codecs.list(Codecs.STRING))}, {@code SqlType.json(AddressCodec.STORED)}.
   */
  static <V> SqlType<V> json(Codec<V> codec) {
    return new Document<>(codec);
  }
}
