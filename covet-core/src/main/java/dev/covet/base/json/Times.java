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

  private Times() {}

  static String text(LocalDate value) {
    checkYear(value.getYear());
    return value.toString();
  }

  /** Cut to microseconds. */
  static String text(Instant value) {
    checkYear(value.atZone(ZoneOffset.UTC).getYear());
    var isMillis =
        value.truncatedTo(ChronoUnit.MICROS).equals(value.truncatedTo(ChronoUnit.MILLIS));
    return (isMillis ? MILLIS : MICROS).format(value);
  }

  private static void checkYear(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException(
          "JSON times must be in the years 1 to 9999, not in " + year);
    }
  }
}
