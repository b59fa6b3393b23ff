package dev.covet.base.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Scalars that are texts in JSON: from a text, or null if it is none. */
final class Scalars {
  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 19;
  private static final int FRACTION_DIGITS_MAX = 9;
  private static final int BAD = -1;

  private Scalars() {}

  /** Eight, four, four, four and twelve hexadecimal digits (RFC 9562, 4). */
  static @Nullable UUID uuid(String text) {
    if (text.length() != 36) {
      return null;
    }
    for (int i = 0; i < 36; i++) {
      var dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
        return null;
      }
    }
    return UUID.fromString(text);
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** {@code 2026-01-31}, of the years 1 to 9999 (RFC 3339, 5.6). */
  static @Nullable LocalDate date(String text) {
    return text.length() == DATE_LENGTH ? dateAtStart(text) : null;
  }

  private static @Nullable LocalDate dateAtStart(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    if (text.charAt(4) != '-' || text.charAt(7) != '-' || year < 1 || month == BAD || day == BAD) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /**
   * {@code 2026-01-31T12:00:00.000Z}, or with an offset such as {@code +02:00} (RFC 3339, 5.6); of
   * the years 1 to 9999 in UTC, too, or it could not be written again.
   */
  static @Nullable Instant instant(String text) {
    if (text.length() <= TIME_LENGTH || (text.charAt(DATE_LENGTH) | 0x20) != 't') {
      return null;
    }
    var date = dateAtStart(text);
    int end = fractionEnd(text);
    var offset = end == BAD ? null : offset(text.substring(end));
    if (date == null || offset == null) {
      return null;
    }
    var time = time(text, date, end);
    var instant = time == null ? null : time.toInstant(offset);
    return instant != null && Times.isWritable(instant) ? instant : null;
  }

  private static @Nullable LocalDateTime time(String text, LocalDate date, int end) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return null;
    }
    if (text.charAt(13) != ':' || text.charAt(16) != ':') {
      return null;
    }
    return date.atTime(hour, minute, second, nanos(text, end));
  }

  /** Behind the fraction of the second, if there is one. */
  private static int fractionEnd(String text) {
    if (text.charAt(TIME_LENGTH) != '.') {
      return TIME_LENGTH;
    }
    int end = TIME_LENGTH + 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    int digits = end - TIME_LENGTH - 1;
    return digits < 1 || digits > FRACTION_DIGITS_MAX ? BAD : end;
  }

  private static int nanos(String text, int end) {
    if (end == TIME_LENGTH) {
      return 0;
    }
    int nanos = number(text, TIME_LENGTH + 1, end);
    for (int digits = end - TIME_LENGTH - 1; digits < FRACTION_DIGITS_MAX; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static @Nullable ZoneOffset offset(String text) {
    if (text.equalsIgnoreCase("Z")) {
      return ZoneOffset.UTC;
    }
    if (text.length() != 6 || text.charAt(3) != ':') {
      return null;
    }
    int sign = text.charAt(0) == '+' ? 1 : text.charAt(0) == '-' ? -1 : 0;
    int hours = number(text, 1, 3);
    int minutes = number(text, 4, 6);
    if (sign == 0 || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return null;
    }
    int seconds = hours * 3600 + minutes * 60;
    return seconds > 18 * 3600 ? null : ZoneOffset.ofTotalSeconds(sign * seconds);
  }

  /** Digits only; BAD if there is anything else. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return BAD;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
