package dev.covet.base.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits given in code are checked as those of settings are. */
class GivenLimitsTest {
  private record Limits(int rowsMax, double idleSecondsMax, Duration waitMax) {
    static Limits from(LimitSource limits) {
      return new Limits(
          limits.count("rowsMax", 10),
          limits.seconds("idleSecondsMax", 75),
          limits.time("waitSecondsMax", 30, 600));
    }
  }

  private static Limits with(String name, Number value) {
    return LimitSource.with(Map.of(name, value), Limits::from);
  }

  @Test
  void whatIsNotGivenIsAsUsual() {
    assertThat(Limits.from(LimitSource.USUAL))
        .isEqualTo(new Limits(10, 75, Duration.ofSeconds(30)));
    assertThat(with("rowsMax", 3.0)).isEqualTo(new Limits(3, 75, Duration.ofSeconds(30)));
    assertThat(with("idleSecondsMax", 0.5)).isEqualTo(new Limits(10, 0.5, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rowsMax        | 0          | rowsMax must be a whole number from 1 to 2147483647: 0
          rowsMax        | -1         | rowsMax must be a whole number from 1 to 2147483647: -1
          rowsMax        | 0.5        | rowsMax must be a whole number from 1 to 2147483647: 0.5
          rowsMax        | 2147483648 | rowsMax must be a whole number from 1 to 2147483647: 2147483648
          idleSecondsMax | 0          | idleSecondsMax must be above 0, and at most 2147483647: 0
          idleSecondsMax | -0.1       | idleSecondsMax must be above 0, and at most 2147483647: -0.1
          waitSecondsMax | 601        | waitSecondsMax must be above 0, and at most 600: 601
          rowMax         | 1          | There is no limit rowMax
          """)
  void aValueThatASettingCouldNotHaveAndANameThatIsNoneAreRefused(
      String name, BigDecimal value, String message) {
    assertThatThrownBy(() -> with(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefusedByTheNameOfItsLimit(double value) {
    assertThatThrownBy(() -> with("rowsMax", value))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("rowsMax must be a whole number from 1 to 2147483647: " + value);
    assertThatThrownBy(() -> with("idleSecondsMax", (float) value))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("idleSecondsMax must be above 0, and at most 2147483647: " + value);
  }

  @ParameterizedTest
  @CsvSource({"0.0000001, 1", "0.0004, 1", "0.001, 1", "0.0016, 2", "2.5, 2500"})
  void aTimeIsNeverShorterThanAMillisecond(double seconds, long millis) {
    assertThat(with("waitSecondsMax", seconds).waitMax()).isEqualTo(Duration.ofMillis(millis));
  }
}
