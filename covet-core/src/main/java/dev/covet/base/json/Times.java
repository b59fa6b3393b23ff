package dev.covet.base.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Days and moments as JSON text (RFC 3339, 5.6), of the years 1 to 9999. */
final class Times {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant FIRST =
      LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant END =
      LocalDate.of(10_000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

  private Times() {}

  /** Whether JSON can say it. */
  static boolean isWritable(LocalDate value) {
    return value.getYear() >= 1 && value.getYear() <= 9999;
  }

  /** Whether JSON can say it. */
  static boolean isWritable(Instant value) {
    return !value.isBefore(FIRST) && value.isBefore(END);
  }

  /** Cut to microseconds. */
  static String text(Instant value) {
    var isMillis =
        value.truncatedTo(ChronoUnit.MICROS).equals(value.truncatedTo(ChronoUnit.MILLIS));
    return (isMillis ? MILLIS : MICROS).format(value);
  }
}
