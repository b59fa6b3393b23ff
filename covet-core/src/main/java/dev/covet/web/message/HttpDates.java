package dev.covet.web.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates of header fields (RFC 9110, 5.6.7): one form is written, three are read. */
public final class HttpDates {
  private static final DateTimeFormatter FIXED = form("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

  /** Made only where dates are read. */
  private static final class Read {
    static final List<DateTimeFormatter> FORMS =
        List.of(FIXED, ofTwoDigits(), form("EEE MMM ppd HH:mm:ss uuuu"));
  }

  /** How far in the future a year of two digits may be. */
  private static final int YEARS_AHEAD_MAX = 50;

  private HttpDates() {}

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT)
        .withChronology(IsoChronology.INSTANCE);
  }

  /** What was written before 1994: the year is the one that is meant now (RFC 9110, 5.6.7). */
  private static DateTimeFormatter ofTwoDigits() {
    var from = ZonedDateTime.now(ZoneOffset.UTC).getYear() + YEARS_AHEAD_MAX - 99;
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, from)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH);
  }

  /** The text of a moment. */
  public static String text(Instant moment) {
    return FIXED.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** The moment that a text names; null if it is no date, which is to be passed over then. */
  public static @Nullable Instant of(String text) {
    for (var form : Read.FORMS) {
      try {
        return LocalDateTime.parse(text.strip(), form).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException _) {
        // another form, perhaps
      }
    }
    return null;
  }
}
