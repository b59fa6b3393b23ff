package dev.covet.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dates, times and identifiers from a text, or null if it is none. */
final class IsoTexts {
  private static final int DATE_LENGTH = 10;
  private static final int MINUTE_LENGTH = 5;
  private static final int SECOND_LENGTH = 8;
  private static final int FRACTION_DIGITS_MAX = 9;
  private static final int OFFSET_HOURS_MAX = 18;
  private static final int BAD = -1;

  private IsoTexts() {}

  /** Eight, four, four, four and twelve hexadecimal digits (RFC 9562, 4). */
  static @Nullable UUID uuid(String text) {
    if (text.length() != 36) return null;
    for (int i = 0; i < 36; i++) {
      var dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) return null;
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

  /** {@code 12:30:00}, with a fraction of up to nine digits, or without seconds. */
  static @Nullable LocalTime time(String text) {
    return timeWithin(text, 0, text.length());
  }

  /** {@code 2026-01-31T12:30:00}, with a fraction, or without seconds. */
  static @Nullable LocalDateTime dateTime(String text) {
    return dateTimeWithin(text, text.length());
  }

  private static @Nullable LocalDateTime dateTimeWithin(String text, int end) {
    if (end <= DATE_LENGTH || (text.charAt(DATE_LENGTH) | 0x20) != 't') return null;
    var date = dateAtStart(text);
    var time = timeWithin(text, DATE_LENGTH + 1, end);
    return date == null || time == null ? null : LocalDateTime.of(date, time);
  }

  /** {@code 2026-01-31T12:00:00.000Z}, or with an offset such as {@code +02:00} (RFC 3339, 5.6). */
  static @Nullable Instant instant(String text) {
    var time = offsetDateTime(text);
    return time == null ? null : time.toInstant();
  }

  /** A moment with its offset. */
  static @Nullable OffsetDateTime offsetDateTime(String text) {
    int end = offsetStart(text);
    if (end < DATE_LENGTH + 1 + SECOND_LENGTH) return null;
    var time = dateTimeWithin(text, end);
    var offset = shortOffset(text, end);
    return time == null || offset == null ? null : OffsetDateTime.of(time, offset);
  }

  /** {@code 12:30:00+02:00} (RFC 3339, 5.6). */
  static @Nullable OffsetTime offsetTime(String text) {
    int end = offsetStart(text);
    if (end < SECOND_LENGTH) return null;
    var time = timeWithin(text, 0, end);
    var offset = shortOffset(text, end);
    return time == null || offset == null ? null : OffsetTime.of(time, offset);
  }

  /** {@code 2026-01-31T12:00:00+01:00[Europe/Berlin]} (RFC 9557); without a zone, at an offset. */
  static @Nullable ZonedDateTime zonedDateTime(String text) {
    int bracket = text.indexOf('[');
    var moment = offsetDateTime(bracket < 0 ? text : text.substring(0, bracket));
    if (moment == null || bracket < 0) return moment == null ? null : moment.toZonedDateTime();
    var zone = text.endsWith("]") ? zone(text.substring(bracket + 1, text.length() - 1)) : null;
    var value = zone == null ? null : moment.atZoneSameInstant(zone);
    // An offset that the zone does not have then is a mistake; Z says that it is not known.
    var fits = value != null && (value.getOffset().equals(moment.getOffset()) || isUtc(moment));
    return fits ? value : null;
  }

  private static boolean isUtc(OffsetDateTime moment) {
    return moment.getOffset().equals(ZoneOffset.UTC);
  }

  /** A region such as {@code Europe/Berlin}, or an offset. */
  static @Nullable ZoneId zone(String text) {
    try {
      return text.length() > ScalarText.ZONE_CHARS_MAX ? null : ZoneId.of(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** {@code Z}, {@code +02:00} or {@code +02:00:30}, at most 18 hours either way. */
  static @Nullable ZoneOffset offset(String text) {
    if (text.length() != 9) return text.isEmpty() ? null : shortOffset(text, 0);
    int seconds = number(text, 7, 9);
    var minutes = shortOffset(text.substring(0, 6), 0);
    if (minutes == null || text.charAt(6) != ':' || seconds < 0 || seconds > 59) return null;
    int total = minutes.getTotalSeconds() + (text.charAt(0) == '-' ? -seconds : seconds);
    return Math.abs(total) > OFFSET_HOURS_MAX * 3600 ? null : ZoneOffset.ofTotalSeconds(total);
  }

  /** Where the offset begins at the end of a text. */
  private static int offsetStart(String text) {
    return text.endsWith("Z") || text.endsWith("z") ? text.length() - 1 : text.length() - 6;
  }

  private static @Nullable ZoneOffset shortOffset(String text, int from) {
    int length = text.length() - from;
    if (length == 1 && (text.charAt(from) | 0x20) == 'z') return ZoneOffset.UTC;
    if (length != 6 || text.charAt(from + 3) != ':') return null;
    int sign = text.charAt(from) == '+' ? 1 : text.charAt(from) == '-' ? -1 : 0;
    int hours = number(text, from + 1, from + 3);
    int minutes = number(text, from + 4, from + 6);
    if (sign == 0 || hours < 0 || hours > OFFSET_HOURS_MAX || minutes < 0 || minutes > 59) {
      return null;
    }
    int seconds = hours * 3600 + minutes * 60;
    return seconds > OFFSET_HOURS_MAX * 3600 ? null : ZoneOffset.ofTotalSeconds(sign * seconds);
  }

  private static @Nullable LocalTime timeWithin(String text, int from, int end) {
    int length = end - from;
    if (length < MINUTE_LENGTH || text.charAt(from + 2) != ':') return null;
    int hour = number(text, from, from + 2);
    int minute = number(text, from + 3, from + 5);
    int second = length == MINUTE_LENGTH ? 0 : second(text, from + MINUTE_LENGTH, end);
    int nanos = length <= SECOND_LENGTH ? 0 : nanos(text, from + SECOND_LENGTH, end);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || nanos < 0) return null;
    return LocalTime.of(hour, minute, second, nanos);
  }

  private static int second(String text, int from, int end) {
    if (end < from + 3 || text.charAt(from) != ':') return BAD;
    int second = number(text, from + 1, from + 3);
    return second > 59 ? BAD : second;
  }

  /** The fraction of a second, from its point on. */
  private static int nanos(String text, int from, int end) {
    int count = end - from - 1;
    if (text.charAt(from) != '.' || count < 1 || count > FRACTION_DIGITS_MAX) return BAD;
    int nanos = number(text, from + 1, end);
    for (int digits = count; nanos > 0 && digits < FRACTION_DIGITS_MAX; digits++) nanos *= 10;
    return nanos;
  }

  /** Digits only; BAD if there is anything else. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) return BAD;
      value = value * 10 + digit;
    }
    return value;
  }
}
