package dev.covet.data.type;

import dev.covet.schema.ScalarText;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Scalars that no database has a type of, as texts and numbers whose order is that of the values.
 * Times are cut to microseconds, as moments are.
 */
final class Stored {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int DIGITS_MAX = 9_999;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private Stored() {}

  /** One that is stored as it stands in JSON. */
  static <V> SqlType<V> text(ScalarText<V> kind) {
    return new Mapped<>(
        SqlType.TEXT,
        value -> {
          if (!kind.isWritable(value)) {
            throw new IllegalArgumentException(value + " is beyond what a column holds");
          }
          return kind.text(value);
        },
        text -> read(kind, text));
  }

  private static <V> V read(ScalarText<V> kind, String text) {
    var value = kind.parse(text);
    if (value == null) throw new IllegalStateException("it is not " + kind.words());
    return value;
  }

  static String time(LocalTime value) {
    return TIME.format(value);
  }

  static String dateTime(LocalDateTime value) {
    if (!ScalarText.DATE_TIME.isWritable(value)) {
      throw new IllegalArgumentException(value + " is beyond what a column holds");
    }
    return DATE_TIME.format(value);
  }

  static LocalDateTime dateTime(String text) {
    return read(ScalarText.DATE_TIME, text);
  }

  /** The moment in UTC, then the offset: {@code 2026-01-31T11:00:00.000000Z+01:00}. */
  static String offsetDateTime(OffsetDateTime value) {
    return utc(value) + "Z" + value.getOffset();
  }

  static OffsetDateTime offsetDateTime(String text) {
    int end = text.indexOf('Z');
    var offset = read(ScalarText.ZONE_OFFSET, text.substring(end + 1));
    return dateTime(text.substring(0, end)).atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
  }

  private static String utc(OffsetDateTime value) {
    return dateTime(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
  }

  /** The moment in UTC, then the zone: {@code 2026-01-31T11:00:00.000000Z[Europe/Berlin]}. */
  static String zonedDateTime(ZonedDateTime value) {
    return utc(value.toOffsetDateTime()) + "Z[" + value.getZone() + "]";
  }

  static ZonedDateTime zonedDateTime(String text) {
    int end = text.indexOf('Z');
    var zone = ZoneId.of(text.substring(end + 2, text.length() - 1));
    return dateTime(text.substring(0, end)).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone);
  }

  /** Microseconds since 18 hours before midnight in UTC, in 12 digits, then the offset. */
  static String offsetTime(OffsetTime value) {
    var seconds =
        value.toLocalTime().toSecondOfDay()
            - value.getOffset().getTotalSeconds()
            + ZoneOffset.MAX.getTotalSeconds();
    var micros = seconds * MICROS_PER_SECOND + value.getNano() / 1_000;
    return padded(micros, 12) + value.getOffset();
  }

  static OffsetTime offsetTime(String text) {
    var offset = read(ScalarText.ZONE_OFFSET, text.substring(12));
    var shift = offset.getTotalSeconds() - ZoneOffset.MAX.getTotalSeconds();
    var micros = Long.parseLong(text.substring(0, 12)) + shift * MICROS_PER_SECOND;
    return LocalTime.MIDNIGHT.plus(micros, ChronoUnit.MICROS).atOffset(offset);
  }

  /**
   * What is below or above all values of a moment, in whose texts an offset or a zone follows it.
   *
   * @param text of one of them
   */
  static String ofMoment(Object value, String text, Comparison comparison) {
    int end =
        switch (value) {
          case OffsetDateTime _, ZonedDateTime _ -> text.indexOf('Z') + 1;
          case OffsetTime _ -> 12;
          default -> text.length();
        };
    var isAbove = comparison == Comparison.LE || comparison == Comparison.GT;
    return text.substring(0, end) + (isAbove && end < text.length() ? "~" : "");
  }

  static Year year(long number) {
    return Year.of(Math.toIntExact(number));
  }

  /** Microseconds. */
  static long duration(Duration value) {
    return Math.addExact(
        Math.multiplyExact(value.getSeconds(), MICROS_PER_SECOND), value.getNano() / 1_000);
  }

  static Duration duration(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  /**
   * A sign, the number of digits, then these: {@code p0002:12}. Of a number below 0 both are
   * counted down from nines, so that texts are in the order of numbers: {@code n9997:87} for -12.
   */
  static String integer(BigInteger value) {
    var digits = value.abs().toString();
    if (digits.length() > DIGITS_MAX) {
      throw new IllegalArgumentException("a column holds " + DIGITS_MAX + " digits at most");
    }
    return value.signum() < 0
        ? "n" + padded(DIGITS_MAX - digits.length(), 4) + ":" + nines(digits)
        : "p" + padded(digits.length(), 4) + ":" + digits;
  }

  static BigInteger integer(String text) {
    var digits = text.substring(text.indexOf(':') + 1);
    return text.startsWith("n") ? new BigInteger(nines(digits)).negate() : new BigInteger(digits);
  }

  /** A number of so many digits, those before it 0. */
  private static String padded(long number, int digits) {
    var text = Long.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }

  /** Each digit as what it lacks of nine. */
  private static String nines(String digits) {
    var text = new StringBuilder(digits.length());
    digits.chars().forEach(c -> text.append((char) ('9' - (c - '0'))));
    return text.toString();
  }
}
