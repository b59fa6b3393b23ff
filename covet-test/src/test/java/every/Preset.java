package every;

import dev.covet.api.Default;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
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

/** A value of each type for when none is sent. */
public record Preset(
    @Default("-1") byte small,
    @Default("300") Short middle,
    @Default("100000000000000000000") BigInteger huge,
    @Default("0.5") float single,
    @Default("'") char letter,
    @Default("\"") Character quote,
    @Default("https://example.org/?a=b") URI link,
    @Default("12:30") LocalTime time,
    @Default("2026-01-31T12:30") LocalDateTime dateTime,
    @Default("2026-01-31T12:30:00+01:00") OffsetDateTime moment,
    @Default("12:30:00+01:00") OffsetTime clock,
    @Default("2026-01-31T12:30:00+01:00[Europe/Berlin]") ZonedDateTime zoned,
    @Default("PT90M") Duration length,
    @Default("P1Y") Period term,
    @Default("2026") Year year,
    @Default("2026-01") YearMonth month,
    @Default("--12-31") MonthDay holiday,
    @Default("Europe/Berlin") ZoneId zone,
    @Default("+01:00") ZoneOffset offset,
    @Default("MONDAY") DayOfWeek weekday,
    @Default("a-1") Slug slug,
    @Default("3") Rank rank) {}
