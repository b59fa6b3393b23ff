package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import every.Limited;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4.types: constraints and defaults of every scalar. */
class LimitedScalarsTest {
  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Limited.class));

  private static String quoted(String text) {
    return text.contains(":") || text.matches("\\d{4}-\\d\\d") ? "\"" + text + "\"" : text;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          small,    10,                    11,                    too_large
          middle,   1,                     0,                     too_small
          single,   0.1,                   0.10001,               too_large
          huge,     5,                     4,                     too_small
          huge,     99999999999999999999,  100000000000000000000, digits
          year,     2020,                  9999,                  past
          month,    9999-12,               2020-01,               future
          dateTime, 2020-01-31T12:00:00,   9999-01-31T12:00:00,   past
          moment,   9999-01-31T12:00:00Z,  2020-01-31T12:00:00Z,  future
          zoned,    2020-01-31T12:00:00Z,  9999-01-31T12:00:00Z,  past_or_present
          """)
  void aConstraintHoldsInABodyAndInTheQuery(String field, String right, String wrong, String code) {
    assertThat(client.post("/limited/bounded", json(field, right)).status()).isEqualTo(200);
    assertThat(client.get("/limited/bounded?" + query(field, right)).status()).isEqualTo(200);
    assertThat(client.post("/limited/bounded", json(field, wrong)).problems())
        .containsExactly(problem(code, "body", field));
    assertThat(client.get("/limited/bounded?" + query(field, wrong)).problems())
        .containsExactly(problem(code, "query", field));
  }

  private static String json(String field, String text) {
    return "{\"" + field + "\":" + quoted(text) + "}";
  }

  private static String query(String field, String text) {
    return field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aDefaultIsThereWhenNothingIsSent() {
    var all =
        "{\"small\":-1,\"middle\":300,\"huge\":100000000000000000000,\"single\":0.5,"
            + "\"letter\":\"'\",\"quote\":\"\\\"\",\"link\":\"https://example.org/?a=b\","
            + "\"time\":\"12:30:00\",\"dateTime\":\"2026-01-31T12:30:00\","
            + "\"moment\":\"2026-01-31T12:30:00+01:00\",\"clock\":\"12:30:00+01:00\","
            + "\"zoned\":\"2026-01-31T12:30:00+01:00[Europe/Berlin]\",\"length\":\"PT1H30M\","
            + "\"term\":\"P1Y\",\"year\":2026,\"month\":\"2026-01\",\"holiday\":\"--12-31\","
            + "\"zone\":\"Europe/Berlin\",\"offset\":\"+01:00\",\"weekday\":\"MONDAY\","
            + "\"slug\":\"a-1\",\"rank\":3}";

    assertThat(client.post("/limited/preset", "{}").text()).isEqualTo(all);
    assertThat(client.get("/limited/preset").text()).isEqualTo(all);
    assertThat(client.get("/openapi.json").text())
        .contains("\"default\":-1", "\"default\":\"12:30:00\"", "\"default\":\"PT1H30M\"")
        .contains("\"default\":2026", "\"default\":\"a-1\"");
  }
}
