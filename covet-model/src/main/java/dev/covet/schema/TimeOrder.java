package dev.covet.schema;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;

/** Which of two times is the earlier one, where the other is now. */
public final class TimeOrder {
  private TimeOrder() {}

  /**
   * Below 0 for what is past, above 0 for what is to come. Days, months and times of day without an
   * offset are compared with those of UTC now, a time of day that has one with the time there.
   *
   * @throws IllegalArgumentException if the value is neither before nor after now, as an offset
   */
  public static int compare(TemporalAccessor value, Instant now) {
    var utc = now.atOffset(ZoneOffset.UTC);
    return switch (value) {
      case Instant moment -> moment.compareTo(now);
      case LocalDate day -> day.compareTo(utc.toLocalDate());
      case LocalDateTime time -> time.compareTo(utc.toLocalDateTime());
      case LocalTime time -> time.compareTo(utc.toLocalTime());
      case OffsetDateTime moment -> moment.toInstant().compareTo(now);
      case ZonedDateTime moment -> moment.toInstant().compareTo(now);
      case OffsetTime time ->
          time.toLocalTime().compareTo(now.atOffset(time.getOffset()).toLocalTime());
      case Year year -> year.compareTo(Year.from(utc));
      case YearMonth month -> month.compareTo(YearMonth.from(utc));
      case MonthDay day -> day.compareTo(MonthDay.from(utc));
      default -> throw new IllegalArgumentException(value.getClass() + " is not a time");
    };
  }
}
