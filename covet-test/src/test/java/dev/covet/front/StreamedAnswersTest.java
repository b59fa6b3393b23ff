package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import answers.Closes;
import answers.Feeds;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.status.table: a {@code Stream} is a JSON array or JSON Lines, written as it comes. */
@ParameterizedClass
@EnumSource(Way.class)
class StreamedAnswersTest {
  private final Way way;
  private final Closes closes = new Closes();

  StreamedAnswersTest(Way way) {
    this.way = way;
  }

  private App app() {
    return Covet.app().add(Feeds.class).override(Closes.class, closes);
  }

  private void closesOnce() throws InterruptedException {
    assertThat(closes.closes().tryAcquire(10, TimeUnit.SECONDS)).as("closed").isTrue();
    assertThat(closes.closes().availablePermits()).as("closed again").isZero();
  }

  @Test
  void valuesAreAJsonArray() throws InterruptedException {
    try (var client = way.client(app())) {
      var answer = client.get("/feeds");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).contains("application/json");
      assertThat(answer.text())
          .isEqualTo(
              """
              [{"id":1,"celsius":20.0},{"id":2,"celsius":20.0},{"id":3,"celsius":20.0}]\
              """);
      closesOnce();
    }
  }

  @Test
  void orALineEach() throws InterruptedException {
    try (var client = way.client(app())) {
      var answer = client.get("/feeds/lines?count=2");

      assertThat(answer.header("Content-Type")).contains("application/jsonl");
      assertThat(answer.text())
          .isEqualTo(
              """
              {"id":1,"celsius":20.0}
              {"id":2,"celsius":20.0}
              """);
      closesOnce();
      var names = client.get("/feeds/names");
      assertThat(names.header("Content-Type")).contains("application/x-ndjson");
      assertThat(names.text()).isEqualTo("\"Ann\"\n\"two\\nlines\"\n");
    }
  }

  @Test
  void noValuesAreAnEmptyArrayAndNoLine() {
    try (var client = way.client(app())) {
      assertThat(client.get("/feeds?count=0").text()).isEqualTo("[]");
      assertThat(client.get("/feeds/lines?count=0").text()).isEmpty();
    }
  }

  @Test
  void manyValuesComeWhole() {
    try (var client = way.client(app())) {
      var lines = client.get("/feeds/lines?count=50000").text();
      assertThat(lines.lines().count()).isEqualTo(50_000);
      assertThat(lines).endsWith("{\"id\":50000,\"celsius\":20.0}\n");
    }
  }

  @Test
  void theStatusTheTypeAndHeadersAreWhatIsSaid() {
    try (var client = way.client(app())) {
      var versioned = client.get("/feeds/versioned");
      assertThat(versioned.status()).isEqualTo(203);
      assertThat(versioned.header("Content-Type")).contains("application/vnd.readings+json");

      assertThat(client.get("/feeds/maybe/1").text()).startsWith("[{\"id\":1,");
      assertThat(client.get("/feeds/maybe/2").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', application/json",
    "*/*, application/json",
    "text/html, application/json",
    "application/jsonl, application/jsonl",
    "'application/jsonl, application/json;q=0.9', application/jsonl",
    "'application/*;q=0.5, application/jsonl;q=0', application/json"
  })
  void ofSeveralTypesTheClientGetsTheOneThatItLikes(String accept, String type) {
    try (var client = way.client(app())) {
      var answer = client.request(Method.GET, "/feeds/either").header("Accept", accept).send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).contains(type);
      assertThat(answer.header("Vary")).contains("Accept");
      assertThat(answer.text().endsWith("\n")).isEqualTo(type.endsWith("l"));
      assertThat(client.get("/openapi.json").text())
          .contains(
              "\"application/json\":{\"schema\":{\"type\":\"array\",\"items\":{"
                  + "\"$ref\":\"#/components/schemas/Reading\"}}",
              "\"application/jsonl\":{\"schema\":{\"type\":\"string\"}");
    }
  }

  @Test
  void aReplyMayHoldAStream() {
    try (var client = way.client(app())) {
      var answer = client.get("/feeds/reply?status=200");
      assertThat(answer.header("X-Count")).contains("2");
      assertThat(answer.text()).startsWith("[").endsWith("]");
    }
  }

  @Test
  void headMakesAtMostTheFirstValueAndClosesTheStream() throws InterruptedException {
    try (var client = way.client(app())) {
      var answer = client.head("/feeds?count=1000");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.bytes()).isEmpty();
      closesOnce();
      assertThat(closes.made()).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"/feeds/hot/1, 500", "/feeds/broken/1, 500", "/feeds/failing/1, 404"})
  void whatGoesWrongBeforeTheFirstByteIsAnErrorResponse(String path, int status)
      throws InterruptedException {
    try (var client = way.client(app())) {
      var answer = client.get(path);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.errorCode()).isPresent();
      assertThat(answer.text()).startsWith("{\"error\":{").doesNotContain("celsius");
      closesOnce();
    }
  }

  @ParameterizedTest
  @CsvSource({"/feeds/hot/4", "/feeds/broken/4", "/feeds/failing/4"})
  void whatGoesWrongLaterCutsTheConnection(String path) throws InterruptedException {
    try (var client = way.client(app())) {
      assertThatThrownBy(() -> client.get(path))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("the response was cut off");
      closesOnce();
    }
  }

  @Test
  void theLogNamesTheRequestWhoseAnswerWasCutOff() {
    if (way == Way.MEMORY) return; // where nothing is cut, but the caller told
    try (var lines = new LogLines("dev.covet.web.server.carrier.Exchange");
        var client = way.client(app())) {
      var id = "cut-" + way;
      var request = client.request(Method.GET, "/feeds/broken/4").header("X-Request-Id", id);
      assertThatThrownBy(request::send).isInstanceOf(AssertionError.class);
      assertThat(lines.of(id))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.getMessage()).isEqualTo("response_failed");
            assertThat(LogLines.values(line)).containsEntry("path", "/feeds/broken/4");
          });
    }
  }

  @Test
  void answersAreCheckedUnlessTheyAreTrusted() {
    try (var client = way.client(app().set("VALIDATE_ANSWERS", "off"))) {
      assertThat(client.get("/feeds/hot/4").text()).contains("{\"id\":4,\"celsius\":1000.0}");
    }
  }

  @Test
  void theDocumentSaysWhatComes() {
    try (TestClient client = way.client(app())) {
      var document = client.get("/openapi.json").text();

      assertThat(document)
          .contains(
              """
              "200":{"description":"the readings, oldest first","content":{"application/json":\
              {"schema":{"type":"array","items":{"$ref":"#/components/schemas/Reading"}}\
              """)
          .contains(
              """
              "200":{"description":"OK\\n\\nEach line is a value of \
              `{\\"$ref\\":\\"#/components/schemas/Reading\\"}`.",\
              "content":{"application/jsonl":{"schema":{"type":"string"},\
              "x-itemSchema":{"$ref":"#/components/schemas/Reading"}\
              """)
          .contains("\"application/vnd.readings+json\":{\"schema\":{\"type\":\"array\"")
          .doesNotContain("\"itemSchema\"");
    }
  }
}
