package dev.covet.base.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.problem.ProblemLimits;
import dev.covet.web.server.ServerSettings;
import dev.covet.web.server.carrier.ServerLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits by their names: in records, and in settings. */
class LimitSourceTest {
  private final StartFaults faults = new StartFaults();

  /** Gives each limit a value of its own, and remembers which. */
  private static final class Numbered implements LimitSource {
    final Map<Number, String> names = new HashMap<>();

    @Override
    public long whole(String name, long usual, long most) {
      names.put(names.size() + 1L, name);
      return names.size();
    }

    @Override
    public double seconds(String name, double usual, int most) {
      names.put(names.size() + 1L, name);
      return names.size();
    }
  }

  @Test
  void everyLimitIsTheOneOfItsName() throws ReflectiveOperationException {
    var source = new Numbered();
    var records =
        List.of(JsonLimits.from(source), ProblemLimits.from(source), ServerLimits.from(source));
    var seen = new ArrayList<String>();
    for (var limits : records) compare(limits, source, seen);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(source.names.values());
  }

  private static void compare(Record limits, Numbered source, List<String> seen)
      throws ReflectiveOperationException {
    for (var component : limits.getClass().getRecordComponents()) {
      var value = component.getAccessor().invoke(limits);
      if (value instanceof Record theme) {
        compare(theme, source, seen);
        continue;
      }
      var name = source.names.get(((Number) value).longValue());
      assertThat(("" + name).toLowerCase(Locale.ROOT))
          .as(limits.getClass() + " " + component.getName())
          .endsWith(component.getName().toLowerCase(Locale.ROOT));
      seen.add("" + name);
    }
  }

  /** So {@code covet dev} leaves its port open. */
  @Test
  void aServerOfTheSameSettingsIsTheSame() {
    assertThat(server("10.0.0.0/8, ::1")).isEqualTo(server("10.0.0.0/8,::1"));
    assertThat(server("10.0.0.0/8")).hasSameHashCodeAs(server("10.0.0.0/8"));
    assertThat(server("10.0.0.0/8")).isNotEqualTo(server("10.0.0.0/9"));
    assertThat(server("10.0.0.0/8")).isNotEqualTo(server("11.0.0.0/8"));
  }

  private ServerSettings server(String proxies) {
    var source = new Source(".env", Map.of("TRUSTED_PROXIES", proxies));
    return ServerSettings.from(Config.of(Mode.DEVELOPMENT, faults, source));
  }

  private LimitSource settings(String name, String value) {
    var source = new Source("environment", Map.of(name, value));
    return Config.of(Mode.TEST, faults, source).limits();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, must be a whole number",
    "10.7, must be a whole number",
    "1e3, must be a whole number",
    "1_000, must be a whole number",
    "\u0663, must be a whole number",
    "0, must be at least 1",
    "-1, must be at least 1",
    "2147483648, must be at most 2147483647",
    "99999999999999999999, must be at most 9223372036854775807",
  })
  void whatIsCountedIsAWholeNumber(String value, String reason) {
    assertThat(settings("CONNECTIONS_MAX", value).count("connectionsMax", 7)).isEqualTo(7);
    assertThat(faults.list())
        .containsExactly(
            "CONNECTIONS_MAX %s; \"%s\" came from the environment.".formatted(reason, value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'must be above 0, and at most 600'",
    "-1, 'must be above 0, and at most 600'",
    "600.5, 'must be above 0, and at most 600'",
    "1e400, 'must be above 0, and at most 600'",
    "NaN, must be a number",
  })
  void aTimeIsAboveZeroAndBounded(String value, String reason) {
    assertThat(settings("LINGER_SECONDS_MAX", value).seconds("lingerSecondsMax", 2, 600))
        .isEqualTo(2);
    assertThat(faults.list()).hasSize(1).first().asString().contains(reason);
  }

  @Test
  void whatFitsIsTaken() {
    assertThat(settings("CONNECTIONS_MAX", "2147483647").count("connectionsMax", 7))
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(settings("LINGER_SECONDS_MAX", "0.25").seconds("lingerSecondsMax", 2))
        .isEqualTo(0.25);
    assertThat(faults.list()).isEmpty();
  }
}
