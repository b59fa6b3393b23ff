package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static every.ValueTable.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import every.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4.types: every scalar, right and wrong, from each place that a value comes from. */
class ScalarsInAndOutTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory().tables(VALUE)).add(Values.class));

  /** The value as a text stands bare; in JSON, it stands in quotes unless it is a number. */
  private static final List<String> NUMBERS = List.of("small", "middle", "huge", "single", "year");

  static String member(String field, String text) {
    return "\"%s\":%s".formatted(field, NUMBERS.contains(field) ? text : "\"" + text + "\"");
  }

  static String json(String field, String text) {
    return "{" + member(field, text) + "}";
  }

  private Answer query(String field, String text) {
    return client.get(
        "/values/query?" + field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private Answer header(String field, String text) {
    var name = field.replaceAll("([A-Z])", "-$1");
    return client.request(Method.GET, "/values/header").header(name, text).send();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          small,    -128,
          small,    127,
          middle,   -32768,
          middle,   32767,
          huge,     -9223372036854775809,
          single,   0.1,
          single,   3.4028235E38,
          single,   16777217,                        1.6777216E7
          letter,   x,
          link,     https://example.org/a?b=c#d,
          link,     ../up,
          link,     mailto:ann@example.org,
          time,     12:30,                           12:30:00
          time,     23:59:59.123456789,
          dateTime, 2026-01-31t12:30,                2026-01-31T12:30:00
          dateTime, 9999-12-31T23:59:59.999999999,
          moment,   2026-01-31T12:30:00Z,
          moment,   2026-01-31T12:30:00.5-03:30,
          moment,   0001-01-01T00:00:00Z,
          clock,    12:30:00+18:00,
          clock,    00:00:00z,                       00:00:00Z
          zoned,    2026-07-01T12:30:00+02:00[Europe/Berlin],
          zoned,    2026-07-01T10:30:00Z[Europe/Berlin],  2026-07-01T12:30:00+02:00[Europe/Berlin]
          zoned,    2026-07-01T12:30:00+02:00,
          zoned,    1850-01-01T00:00:00Z[Europe/Berlin],
          length,   PT2H30M,
          length,   P1DT1S,                          PT24H1S
          length,   -PT1.5S,
          length,   PT999999999H,
          term,     P1Y-2M3D,
          term,     P2W,                             P14D
          year,     1,
          year,     9999,
          month,    2026-12,
          holiday,  --02-29,
          zone,     America/Argentina/Buenos_Aires,
          zone,     Z,
          offset,   -00:00,                          Z
          offset,   +01:00:30,
          weekday,  SUNDAY,
          """)
  void aRightValueComesFromEverywhereAndGoesOutAgain(String field, String text, String written) {
    var expected = member(field, written == null ? text : written);

    assertThat(client.post("/values/body", json(field, text)).text()).contains(expected);
    assertThat(query(field, text).text()).contains(expected);
    assertThat(header(field, text).text()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          small,    128,                  too_large
          small,    -129,                 too_small
          small,    1.5,                  type
          middle,   32768,                too_large
          middle,   100000,               too_large
          huge,     0.1,                  type
          single,   3.5e38,               too_large
          single,   -1e39,                too_small
          year,     0,                    too_small
          year,     10000,                too_large
          year,     2026.5,               type
          letter,   xy,                   type
          letter,   '😀',                 type
          link,     'https://a b',        type
          link,     'https://ä.example',  type
          link,     'a:',                 type
          time,     24:00,                type
          time,     12:60,                type
          time,     12:30:60,             type
          time,     1:30,                 type
          time,     12:30:00.,            type
          time,     12:30:00.0123456789,  type
          time,     12:30:0,              type
          time,     12:30:00Z,            type
          dateTime, 2026-02-30T12:30:00,  type
          dateTime, 2026-01-31T12:30:00Z, type
          dateTime, 2026-01-31 12:30:00,  type
          dateTime, 0000-01-31T12:30:00,  type
          dateTime, +10000-01-31T12:30:00, type
          moment,   2026-01-31T12:30:00,  type
          moment,   2026-01-31T12:30:00+18:01, type
          moment,   9999-12-31T23:59:59-01:00, type
          moment,   2026-01-31T12:30:00+01:00:30, type
          clock,    12:30:00,             type
          clock,    12:30:00+01,          type
          zoned,    2026-07-01T12:30:00+01:00[Europe/Berlin], type
          zoned,    2026-07-01T12:30:00+02:00[Europe/Nowhere], type
          zoned,    2026-07-01T12:30:00+02:00[Europe/Berlin, type
          zoned,    9999-12-31T23:30:00Z[Europe/Berlin], type
          zoned,    0001-01-01T00:30:00Z[America/New_York], type
          zoned,    2026-07-01T12:30:00[Europe/Berlin], type
          length,   PT,                   type
          length,   P,                    type
          length,   1h,                   type
          length,   P1M,                  type
          length,   PT-1S,                type
          length,   PT1000000000H,        type
          length,   P99999999DT1H,        type
          term,     P,                    type
          term,     P1Y2W,                type
          term,     PT1H,                 type
          term,     P1000000000D,         type
          month,    2026-13,              type
          month,    2026-1,               type
          month,    0000-01,              type
          holiday,  --02-30,              type
          holiday,  12-31,                type
          zone,     Europe/Nowhere,       type
          zone,     '../../etc/passwd',   type
          offset,   +19:00,               type
          offset,   +18:00:01,            type
          offset,   1,                    type
          weekday,  Sunday,               type
          weekday,  1,                    type
          """)
  void aWrongValueIsOneProblemAtItsPlace(String field, String text, String code) {
    assertThat(client.post("/values/body", json(field, text)).problems())
        .containsExactly(problem(code, "body", field));
    assertThat(query(field, text).problems()).containsExactly(problem(code, "query", field));
    if (text.chars().allMatch(c -> c < 0x7F)) {
      var name = field.equals("dateTime") ? "Date-Time" : capitalized(field);
      assertThat(header(field, text).problems()).containsExactly(problem(code, "header", name));
    }
  }

  /** Zeros may lead, as in forms of browsers. In JSON a number is what it means. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          small,  1e2,     100
          middle, 32767.0, 32767
          huge,   10e2,    1000
          year,   2026.0,  2026
          """)
  void aWholeNumberOutsideOfJsonIsDigitsAlone(String field, String text, String written) {
    assertThat(client.post("/values/body", json(field, text)).text())
        .contains(member(field, written));
    assertThat(query(field, text).problems()).containsExactly(problem("type", "query", field));
    assertThat(header(field, text).problems())
        .containsExactly(problem("type", "header", capitalized(field)));
    assertThat(query(field, "0" + written).text()).contains(member(field, written));
    assertThat(query(field, written).text()).contains(member(field, written));
    assertThat(client.get("/values/rows/1.0/compared?by=small").problems())
        .containsExactly(problem("type", "path", "id"));
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          small,   '"1"'
          huge,    '"1"'
          single,  '"1"'
          year,    '"2026"'
          letter,  1
          link,    true
          time,    1230
          length,  60
          offset,  1
          zone,    '{}'
          term,    '[]'
          """)
  void aValueOfAnotherJsonTypeIsRefused(String field, String json) {
    assertThat(client.post("/values/body", "{\"" + field + "\":" + json + "}").problems())
        .containsExactly(problem("type", "body", field));
  }

  @Test
  void limitsHoldForLongTextsAndNumbers() {
    var digits = "9".repeat(1_001);
    assertThat(client.post("/values/body", json("huge", digits)).problems())
        .containsExactly(problem("digits", "body", "huge"));
    assertThat(query("huge", digits).problems())
        .containsExactly(problem("digits", "query", "huge"));
    assertThat(client.post("/values/body", json("huge", "9".repeat(1_000))).status())
        .isEqualTo(200);
    assertThat(client.post("/values/body", json("link", "a".repeat(8_193))).problems())
        .containsExactly(problem("type", "body", "link"));
    assertThat(client.post("/values/body", json("zone", "a".repeat(65))).problems())
        .containsExactly(problem("type", "body", "zone"));
    for (var field : List.of("length", "term", "time", "moment", "zoned", "offset", "month")) {
      assertThat(client.post("/values/body", json(field, "1".repeat(100_000))).problems())
          .as(field)
          .containsExactly(problem("type", "body", field));
    }
  }

  @Test
  void aPathHasThemToo() {
    assertThat(client.get("/values/path/2026-01-31T12:30:00+01:00/08:15").text())
        .isEqualTo("2026-01-31T12:30+01:00 08:15");
    assertThat(client.get("/values/path/now/never").problems())
        .containsExactly(problem("type", "path", "moment"), problem("type", "path", "time"));
  }

  /** Each line is in the order of its type; each value is stored, read, compared and sorted. */
  @Test
  void theDocumentSaysWhatTheyAre() {
    var document = client.get("/openapi.json").text();

    Stream.of(
            "\"small\":{\"type\":[\"integer\",\"null\"],\"format\":\"int32\",\"minimum\":-128,",
            "\"single\":{\"type\":[\"number\",\"null\"],\"format\":\"float\"",
            "\"link\":{\"type\":[\"string\",\"null\"],\"format\":\"uri-reference\"",
            "\"time\":{\"type\":[\"string\",\"null\"],\"format\":\"time-local\",\"pattern\":",
            "\"moment\":{\"type\":[\"string\",\"null\"],\"format\":\"date-time\"",
            "\"year\":{\"type\":[\"integer\",\"null\"],\"format\":\"int32\",\"minimum\":1,")
        .forEach(each -> assertThat(document).contains(each));
  }
}
