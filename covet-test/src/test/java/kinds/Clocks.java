package kinds;

import java.math.BigInteger;
import java.net.URI;
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
import org.jspecify.annotations.Nullable;

/** The scalars that few programs have. */
record Clocks(
    @Nullable Byte small,
    @Nullable Short middle,
    @Nullable BigInteger huge,
    @Nullable Float single,
    @Nullable Character letter,
    @Nullable URI link,
    @Nullable LocalTime time,
    @Nullable LocalDateTime dateTime,
    @Nullable OffsetDateTime moment,
    @Nullable OffsetTime clock,
    @Nullable ZonedDateTime zoned,
    @Nullable Duration length,
    @Nullable Period term,
    @Nullable Year year,
    @Nullable YearMonth month,
    @Nullable MonthDay holiday,
    @Nullable ZoneId zone,
    @Nullable ZoneOffset offset,
    @Nullable Label label) {}
