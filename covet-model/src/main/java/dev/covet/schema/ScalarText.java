package dev.covet.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value that is a string in JSON, and the same text in a path, a query or a header: how
 * it is read and written. Texts have the limits of their kind, so that what is read can always be
 * written again. Thread-safe.
 *
 * @param <T> its values in Java
 */
public final class ScalarText<T> {
  /** Longest URI, in characters. */
  public static final int URI_CHARS_MAX = 8_192;

  /** Longest name of a time zone, in characters. */
  public static final int ZONE_CHARS_MAX = 64;

  /** A length of time is less than so many hours and one. */
  public static final int DURATION_HOURS_MAX = 999_999_999;

  private static final Pattern DURATIONS =
      Pattern.compile(
          "-?P(?=.)(\\d{1,8}D)?(T(?=\\d)(\\d{1,9}H)?(\\d{1,10}M)?(\\d{1,12}(\\.\\d{1,9})?S)?)?");

  private static final Pattern PERIODS =
      Pattern.compile("P(?:-?\\d{1,8}W|(?=[-\\d])(-?\\d{1,9}Y)?(-?\\d{1,9}M)?(-?\\d{1,9}D)?)");

  /** A UUID (RFC 9562, 4). */
  public static final ScalarText<UUID> UUID =
      new ScalarText<>("a UUID", new UUID(0, 0), IsoTexts::uuid, java.util.UUID::toString);

  /** One UTF-16 unit that is no half of a pair. */
  public static final ScalarText<Character> CHAR =
      new ScalarText<>("one character", '\0', ScalarText::character, String::valueOf)
          .when(value -> !Character.isSurrogate(value));

  /** An address in ASCII (RFC 3986), absolute or relative. */
  public static final ScalarText<URI> URI =
      new ScalarText<>(
          "a URI such as https://example.org",
          java.net.URI.create(""),
          ScalarText::uri,
          java.net.URI::toASCIIString);

  /** A day, of the years 1 to 9999. */
  public static final ScalarText<LocalDate> DATE =
      new ScalarText<>(
              "a date such as 2026-01-31", LocalDate.EPOCH, IsoTexts::date, LocalDate::toString)
          .when(value -> isYear(value.getYear()));

  /** A time of day. */
  public static final ScalarText<LocalTime> TIME =
      new ScalarText<>(
          "a time such as 12:30:00",
          LocalTime.MIDNIGHT,
          IsoTexts::time,
          DateTimeFormatter.ISO_LOCAL_TIME::format);

  /** A day and a time of day somewhere, of the years 1 to 9999. */
  public static final ScalarText<LocalDateTime> DATE_TIME =
      new ScalarText<>(
              "a date and time such as 2026-01-31T12:30:00",
              LocalDate.EPOCH.atStartOfDay(),
              IsoTexts::dateTime,
              DateTimeFormatter.ISO_LOCAL_DATE_TIME::format)
          .when(value -> isYear(value.getYear()));

  /** A moment, of the years 1 to 9999 in UTC. */
  public static final ScalarText<Instant> INSTANT =
      new ScalarText<>(
              "a date and time such as 2026-01-31T12:00:00Z",
              Instant.EPOCH,
              IsoTexts::instant,
              Moments::text)
          .when(Moments::isWritable);

  /** A moment with the offset of a place. */
  public static final ScalarText<OffsetDateTime> OFFSET_DATE_TIME =
      new ScalarText<>(
              "a date and time such as 2026-01-31T12:00:00+01:00",
              Instant.EPOCH.atOffset(ZoneOffset.UTC),
              IsoTexts::offsetDateTime,
              DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
          .when(value -> isYear(value) && isMinutes(value.getOffset()));

  /** A time of day with the offset of a place. */
  public static final ScalarText<OffsetTime> OFFSET_TIME =
      new ScalarText<>(
              "a time such as 12:30:00+01:00",
              LocalTime.MIDNIGHT.atOffset(ZoneOffset.UTC),
              IsoTexts::offsetTime,
              DateTimeFormatter.ISO_OFFSET_TIME::format)
          .when(value -> isMinutes(value.getOffset()));

  /** A moment with the zone of a place (RFC 9557). */
  public static final ScalarText<ZonedDateTime> ZONED_DATE_TIME =
      new ScalarText<>(
              "a date and time such as 2026-01-31T12:00:00+01:00[Europe/Berlin]",
              Instant.EPOCH.atZone(ZoneOffset.UTC),
              IsoTexts::zonedDateTime,
              ScalarText::zoned)
          .when(value -> isYear(value.toOffsetDateTime()));

  /** A length of time in hours, minutes and seconds; days have 24 hours. */
  public static final ScalarText<Duration> DURATION =
      new ScalarText<>(
              "a duration such as PT2H30M",
              Duration.ZERO,
              ScalarText::duration,
              value -> value.isNegative() ? "-" + value.negated() : value.toString())
          .when(value -> value.abs().toHours() <= DURATION_HOURS_MAX);

  /** A length of time in years, months and days, each of up to nine digits. */
  public static final ScalarText<Period> PERIOD =
      new ScalarText<>("a period such as P1Y6M", Period.ZERO, ScalarText::period, Period::toString)
          .when(value -> PERIODS.matcher(value.toString()).matches());

  /** A month of a year, of the years 1 to 9999. */
  public static final ScalarText<YearMonth> YEAR_MONTH =
      new ScalarText<>(
              "a month such as 2026-01",
              YearMonth.of(1970, 1),
              ScalarText::yearMonth,
              YearMonth::toString)
          .when(value -> isYear(value.getYear()));

  /** A day of every year. */
  public static final ScalarText<MonthDay> MONTH_DAY =
      new ScalarText<>(
          "a month and day such as --12-31",
          MonthDay.of(1, 1),
          ScalarText::monthDay,
          MonthDay::toString);

  /** A time zone. */
  public static final ScalarText<ZoneId> ZONE_ID =
      new ScalarText<>(
          "a time zone such as Europe/Berlin", ZoneOffset.UTC, IsoTexts::zone, ZoneId::getId);

  /** A distance from UTC. */
  public static final ScalarText<ZoneOffset> ZONE_OFFSET =
      new ScalarText<>(
          "an offset such as +01:00", ZoneOffset.UTC, IsoTexts::offset, ZoneOffset::getId);

  private final String words;
  private final T zero;
  private final Function<String, @Nullable T> parsing;
  private final Function<T, String> writing;
  private final Predicate<T> condition;

  private ScalarText(
      String words, T zero, Function<String, @Nullable T> parsing, Function<T, String> writing) {
    this(words, zero, parsing, writing, _ -> true);
  }

  private ScalarText(
      String words,
      T zero,
      Function<String, @Nullable T> parsing,
      Function<T, String> writing,
      Predicate<T> condition) {
    this.words = words;
    this.zero = zero;
    this.parsing = parsing;
    this.writing = writing;
    this.condition = condition;
  }

  private ScalarText<T> when(Predicate<T> isWritable) {
    return new ScalarText<>(words, zero, parsing, writing, isWritable);
  }

  /** The value of a text; null if it is none, or one that could not be written again. */
  public @Nullable T parse(String text) {
    var value = parsing.apply(text);
    return value != null && isWritable(value) ? value : null;
  }

  /** Whether a value has a text that means it. */
  public boolean isWritable(T value) {
    return condition.test(value);
  }

  /** The text of a value that has one. */
  public String text(T value) {
    return writing.apply(value);
  }

  /** What a right text is, with an example: {@code a date such as 2026-01-31}. */
  public String words() {
    return words;
  }

  /** A value for when there is none. */
  public T zero() {
    return zero;
  }

  private static @Nullable Character character(String text) {
    return text.length() == 1 ? text.charAt(0) : null;
  }

  private static @Nullable URI uri(String text) {
    if (text.length() > URI_CHARS_MAX || !text.chars().allMatch(c -> c < 0x7F)) return null;
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static boolean isYear(int year) {
    return year >= 1 && year <= 9999;
  }

  private static boolean isYear(OffsetDateTime value) {
    return isYear(value.getYear()) && Moments.isWritable(value.toInstant());
  }

  /** RFC 3339 has no offsets with seconds. */
  private static boolean isMinutes(ZoneOffset offset) {
    return offset.getTotalSeconds() % 60 == 0;
  }

  /** In UTC where the zone had an offset with seconds, as before there were time zones. */
  private static String zoned(ZonedDateTime value) {
    if (!isMinutes(value.getOffset())) {
      return zoned(value.withZoneSameInstant(ZoneOffset.UTC)) + "[" + value.getZone() + "]";
    }
    var zone = value.getZone() instanceof ZoneOffset ? "" : "[" + value.getZone() + "]";
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value) + zone;
  }

  private static @Nullable Duration duration(String text) {
    return text.length() > 64 || !DURATIONS.matcher(text).matches() ? null : Duration.parse(text);
  }

  private static @Nullable Period period(String text) {
    return text.length() > 64 || !PERIODS.matcher(text).matches() ? null : Period.parse(text);
  }

  private static @Nullable YearMonth yearMonth(String text) {
    var day = IsoTexts.date(text + "-01");
    return day == null ? null : YearMonth.from(day);
  }

  /** Of a leap year, or February would have 28 days. */
  private static @Nullable MonthDay monthDay(String text) {
    var day = text.startsWith("--") ? IsoTexts.date("2000-" + text.substring(2)) : null;
    return day == null ? null : MonthDay.from(day);
  }
}
