package dev.covet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of time that is past, now, and to come, at noon of the last of January in UTC. */
class TimeOrderTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> aTimeIsBeforeNowNowOrAfterIt() {
    return Stream.of(
        of(Instant::parse, "2026-01-31T11:59:59Z", "2026-01-31T12:00:00Z", "2026-01-31T12:00:01Z"),
        of(LocalDate::parse, "2026-01-30", "2026-01-31", "2026-02-01"),
        of(LocalDateTime::parse, "2026-01-31T11:59", "2026-01-31T12:00", "2026-01-31T12:01"),
        of(LocalTime::parse, "11:59", "12:00", "12:01"),
        of(
            OffsetDateTime::parse,
            "2026-01-31T12:59+01:00",
            "2026-01-31T13:00+01:00",
            "2026-01-31T11:01-01:00"),
        of(OffsetTime::parse, "12:59+01:00", "13:00+01:00", "11:01-01:00"),
        of(
            ZonedDateTime::parse,
            "2026-01-31T12:59+01:00[Europe/Berlin]",
            "2026-01-31T13:00+01:00[Europe/Berlin]",
            "2026-01-31T21:01+09:00[Asia/Tokyo]"),
        of(Year::parse, "2025", "2026", "2027"),
        of(YearMonth::parse, "2025-12", "2026-01", "2026-02"),
        of(MonthDay::parse, "--01-30", "--01-31", "--12-31"));
  }

  private static DynamicTest of(
      Function<String, ? extends TemporalAccessor> parse, String past, String now, String future) {
    return DynamicTest.dynamicTest(
        now,
        () ->
            assertThat(
                    Stream.of(past, now, future)
                        .map(parse)
                        .map(time -> Integer.signum(TimeOrder.compare(time, NOW)))
                        .toList())
                .isEqualTo(List.of(-1, 0, 1)));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> TimeOrder.compare(ZoneOffset.UTC, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
