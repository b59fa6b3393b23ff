package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static vault.EntryTable.ENTRY;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vault.Vault;

/** What clients send can always be stored, read and written again, or is refused before. */
@ParameterizedClass
@EnumSource
class StoredValuesTest {
  private final Kept kept;
  private TestClient client;

  StoredValuesTest(Kept kept) {
    this.kept = kept;
  }

  @BeforeEach
  void start() {
    client =
        TestClient.of(
            Covet.app().install(Database.memory().tables(ENTRY)).add(Vault.class), kept.database());
  }

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":\"a\\u0000b\"",
        "\"text\":\"\\ud83d\"",
        "\"text\":\"\\ude00 \"",
        "\"text\":\"\\ude00\\ud83d\"",
        "\"real\":1e400",
        "\"real\":-1e400",
        "\"moment\":\"9999-12-31T23:59:59-01:00\"",
        "\"moment\":\"0001-01-01T00:00:00+01:00\"",
        "\"moment\":\"9999-12-31T23:59:59.999999999-00:01\"",
        "\"moment\":\"10000-01-01T00:00:00Z\"",
        "\"day\":\"0000-12-31\"",
        "\"day\":\"10000-01-01\"",
        "\"price\":0.001",
        "\"price\":12345678901234567",
        "\"price\":1e20",
        "\"price\":-1e16",
        "\"price\":1e-400",
        "\"divisor\":2147483648",
        "\"tags\":[\"a\\u0000\"]",
        "\"tags\":[\"\\udc00\"]",
        "\"tags\":[null]",
        "\"place\":{\"name\":\"a\",\"height\":1e400}",
        "\"place\":{\"name\":\"a\",\"height\":1,\"since\":\"9999-12-31T23:59:59-01:00\"}",
        "\"extra\":[\"\\ud800\"]",
        "\"place\":{\"name\":\"\\u0000\",\"height\":1}",
        "\"extra\":\"\\u0000\"",
        "\"extra\":{\"a\\u0000\":1}",
        "\"extra\":{\"\\udfff\":1}"
      })
  void aValueThatNoColumnHoldsIsRefusedBeforeItsRowIsStored(String member) {
    var stored = client.post("/entries", "{\"text\":\"fine\"}");
    assertThat(stored.status()).isEqualTo(200);

    for (var answer : everyWayIn("{" + member + "}")) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    }

    assertThat(client.get("/entries").text()).isEqualTo("[" + stored.text() + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":\"\\ud83d\\ude00 \\u0001 \\\\u0000\"",
        "\"real\":1.7976931348623157e308",
        "\"real\":4.9e-324",
        "\"real\":-0.0",
        "\"moment\":\"9999-12-31T23:59:59.999999999Z\"",
        "\"moment\":\"0001-01-01T00:00:00-18:00\"",
        "\"moment\":\"9999-12-31T23:59:59+18:00\"",
        "\"day\":\"0001-01-01\"",
        "\"day\":\"9999-12-31\"",
        "\"price\":9999999999999999.99",
        "\"price\":-9999999999999999.99",
        "\"price\":1e1",
        "\"divisor\":2147483647",
        "\"tags\":[\"\",\"\\u0001\",\"\\ud83d\\ude00\"]",
        "\"place\":{\"name\":\"\\\\u0000\",\"height\":-0.0,\"since\":\"0001-01-01T00:00:00Z\"}",
        "\"extra\":null",
        "\"extra\":{\"\":[1e400,1e-400,-0.0,123456789012345678901234567890]}",
        "\"extra\":\"\\\\u0000\""
      })
  void aValueAtTheEdgeIsTheSameInEveryAnswer(String member) {
    var stored = client.post("/entries", "{" + member + "}");
    assertThat(stored.status()).as(stored.text()).isEqualTo(200);
    assertThat(client.get("/entries").text()).isEqualTo("[" + stored.text() + "]");

    for (var answer : everyWayIn(stored.text())) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(without(answer.text(), "id")).isEqualTo(without(stored.text(), "id"));
    }
  }

  @Test
  void theProblemIsWhereTheNulIsInAColumnOfJson() {
    var nul = "\"a\\u0000\"";

    assertThat(client.post("/entries", "{\"extra\":" + nul + "}").problems())
        .containsExactly(problem("bad_text", "body", "extra"));
    assertThat(client.post("/entries", "{\"extra\":{\"a\":1,\"b\":[2," + nul + "]}}").problems())
        .containsExactly(problem("bad_text", "body", "extra", "b", 1));
    assertThat(client.post("/entries", "{\"extra\":[{" + nul + ":1}]}").problems())
        .containsExactly(problem("bad_text", "body", "extra", 0, "a\u0000"));
  }

  private List<Answer> everyWayIn(String body) {
    return List.of(
        client.post("/entries", body),
        client.patch("/entries/1", body),
        client.put("/entries/1", body));
  }

  private static String without(String json, String name) {
    return json.replaceAll("\"" + name + "\":[0-9]+,", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "real=NaN",
        "real=Infinity",
        "real=-Infinity",
        "real=1e400",
        "moment=9999-12-31T23:59:59-01:00",
        "moment=0001-01-01T00:00:00%2B01:00",
        "day=10000-01-01",
        "day=-0001-01-01",
        "price=NaN",
        "price=0x1p3"
      })
  void aValueOfAQueryThatIsNoneIsRefused(String query) {
    assertThat(client.get("/entries/count?" + query).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text=%00",
        "text=%25_",
        "price=1e30",
        "price=-1e-30",
        "real=1e308",
        "day=9999-12-31"
      })
  void aValueOfAQueryThatNoRowCouldHoldFindsWhatItMeans(String query) {
    assertThat(client.get("/entries/count?" + query).text()).isEqualTo("0");
  }

  /** No program makes U+0000: whoever sent it is told, by whatever way it came. */
  @Test
  void aNulOfAQueryThatWouldBeStoredIsTheClients() {
    assertThat(client.request(Method.POST, "/entries/own?text=a%00").send().problems())
        .containsExactly(problem("bad_text", "body", "text"));
    assertThat(client.get("/entries").text()).isEqualTo("[]");
  }

  @Test
  void aRowOfTheProgramsOwnThatCannotBeStoredIsAFaultThatNamesRecordAndComponent() {
    try (var lines = new LogLines("dev.covet.faults")) {
      var answer =
          client
              .request(Method.POST, "/entries/own?text=half")
              .header("X-Request-Id", "broken-row")
              .send();

      assertThat(answer.status()).isEqualTo(500);
      assertThat(lines.of("broken-row"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.getThrowableProxy().getMessage())
                .isEqualTo("Entry was not stored: text invalid (cannot be stored)");
            assertThat(LogLines.values(line)).containsEntry("after_commit", "false");
          });
    }
    assertThat(client.get("/entries").text()).isEqualTo("[]");
  }

  @Test
  void anAnswerThatCannotBeWrittenAfterACommitIsAFaultThatSaysSoAndNamesRecordAndComponent() {
    try (var lines = new LogLines("dev.covet.faults")) {
      var answer =
          client
              .request(Method.POST, "/entries")
              .header("X-Request-Id", "no-number")
              .json("{\"divisor\":-1}")
              .send();

      assertThat(answer.status()).isEqualTo(500);
      assertThat(lines.of("no-number"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.getThrowableProxy().getMessage())
                .isEqualTo("JSON has no number for NaN, at /share, written by vault.EntryCodec");
            assertThat(LogLines.values(line)).containsEntry("after_commit", "true");
          });
    }
  }
}
