package dev.covet.schema;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as texts (RFC 3339, 5.6), of the years 1 to 9999. */
final class Moments {
  private static final Instant FIRST =
      LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant END =
      LocalDate.of(10_000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

  private Moments() {}

  /** Whether a text can say it. */
  static boolean isWritable(Instant value) {
    return !value.isBefore(FIRST) && value.isBefore(END);
  }

  /** With three digits of a second's fraction, or six; what is finer is cut off. */
  static String text(Instant value) {
    var time = LocalDateTime.ofEpochSecond(value.getEpochSecond(), 0, ZoneOffset.UTC);
    var micros = value.getNano() / 1_000;
    var digits = micros % 1_000 == 0 ? 3 : 6;
    var text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
    put(text, 3, time.getYear());
    put(text, 6, time.getMonthValue());
    put(text, 9, time.getDayOfMonth());
    put(text, 12, time.getHour());
    put(text, 15, time.getMinute());
    put(text, 18, time.getSecond());
    put(text, 19 + digits, digits == 3 ? micros / 1_000 : micros);
    text[20 + digits] = 'Z';
    return new String(text, 0, 21 + digits, StandardCharsets.ISO_8859_1);
  }

  /** Writes a number whose last digit stands at a place; before it stand zeros. */
  private static void put(byte[] text, int last, int number) {
    var at = last;
    for (var rest = number; rest > 0; rest /= 10) text[at--] = (byte) ('0' + rest % 10);
  }
}
