package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import answers.Alerts;
import answers.AlertsClient;
import answers.Closes;
import answers.Reading;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.web.http.Method;
import dev.covet.web.middleware.Compress;
import dev.covet.web.middleware.ETags;
import dev.covet.web.stream.Event;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.ep.sse, S3.ep.stream and W5: {@code Events} are server-sent events. */
@ParameterizedClass
@EnumSource(Way.class)
class EventsTest {
  private final Way way;
  private final Closes closes = new Closes();

  EventsTest(Way way) {
    this.way = way;
  }

  private App app() {
    return Covet.app().add(Alerts.class).override(Closes.class, closes);
  }

  @Test
  void valuesAreEventsOfJson() {
    try (var client = way.client(app())) {
      var answer = client.get("/alerts?count=2");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).contains("text/event-stream; charset=utf-8");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("X-Accel-Buffering")).contains("no");
      assertThat(answer.text())
          .isEqualTo(
              """
              id: 1
              event: reading
              data: {"id":1,"celsius":20.0}

              id: 2
              event: reading
              data: {"id":2,"celsius":20.0}

              """);
    }
  }

  @Test
  void aClientThatComesAgainGoesOnWhereItWas() {
    try (var client = way.client(app())) {
      var again = client.request(Method.GET, "/alerts").header("Last-Event-ID", "41").events();
      try (again) {
        var first = again.next(Reading.class);
        assertThat(first.value().id()).isEqualTo(42);
        assertThat(first.id()).isEqualTo("42");
        assertThat(first.name()).isEqualTo("reading");
      }
    }
  }

  @Test
  void whatAFormAsksForIsHeard() {
    try (var client = way.client(app())) {
      var said = client.request(Method.POST, "/alerts/said").field("text", "to be");
      try (var events = said.events()) {
        assertThat(events.next().value()).isEqualTo("to");
        assertThat(events.next().value()).isEqualTo("be");
        events.awaitEnd();
      }
    }
  }

  @Test
  void eventsAreHeardOverTls() {
    try (var client = way.client(app());
        var events = client.https().events("/alerts/texts")) {
      assertThat(events.next().value()).startsWith("after");
    }
  }

  @Test
  void textsAreSentAsTheyAre() {
    try (var client = way.client(app())) {
      var words =
          client.request(Method.POST, "/alerts/words?text=to%20be").header("Last-Event-ID", "x");
      try (var events = words.events()) {
        assertThat(events.next().value()).isEqualTo("to");
        assertThat(events.next().value()).isEqualTo("be");
        events.awaitEnd();
      }
      try (var events = client.events("/alerts/texts")) {
        assertThat(events.next())
            .isEqualTo(Event.of("after null").id("é1").retry(Duration.ofSeconds(2)));
        assertThat(events.next()).isEqualTo(Event.of("two\nlines").id("é1"));
      }
    }
  }

  /** Browsers send the id in UTF-8, whatever other fields are. */
  @Test
  void anIdComesBackAsItWas() {
    try (var client = way.client(app())) {
      var asUtf8 =
          new String(
              "é1".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              java.nio.charset.StandardCharsets.ISO_8859_1);
      var again = client.request(Method.GET, "/alerts/texts").header("Last-Event-ID", asUtf8);
      try (var events = again.events()) {
        assertThat(events.next().value()).isEqualTo("after é1");
      }
    }
  }

  @Test
  void anIdThatIsTooLongOrWrongIsRefused() {
    try (var client = way.client(app())) {
      var longest = "9".repeat(256);
      var texts = client.request(Method.GET, "/alerts/texts");
      assertThat(texts.header("Last-Event-ID", longest).send().text()).contains("after 999");
      var longer = texts.header("Last-Event-ID", longest + "9").send();
      assertThat(longer.status()).isEqualTo(400);
      assertThat(longer.errorCode()).contains("LAST_EVENT_ID_CHARS_MAX");
      var wrong = client.request(Method.GET, "/alerts").header("Last-Event-ID", "abc").send();
      assertThat(wrong.status()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @CsvSource({"/alerts/maybe/2, 404", "/alerts/refused, 404", "/alerts/maybe/x, 422"})
  void whatIsRefusedBeforeTheStreamIsAnErrorResponse(String path, int status) {
    try (var client = way.client(app())) {
      assertThat(client.get(path).status()).isEqualTo(status);
      assertThatThrownBy(() -> client.events(path))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("was answered with " + status);
    }
  }

  @Test
  void optionalsAndRepliesHoldEvents() {
    try (var client = way.client(app())) {
      assertThat(client.get("/alerts/maybe/1").text()).startsWith("data: {");
      var reply = client.get("/alerts/reply");
      assertThat(reply.header("X-Count")).contains("1");
      assertThat(reply.text()).isEqualTo("data: {\"id\":1,\"celsius\":20.0}\n\n");
    }
  }

  @Test
  void headAsksNoSource() {
    try (var client = way.client(app())) {
      var head = client.head("/alerts/open");
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("Content-Type")).contains("text/event-stream; charset=utf-8");
      assertThat(closes.closes().availablePermits()).isZero();
    }
  }

  @Test
  void anOpenStreamGivesItsEventsAtOnceAndEndsWithItsClient() throws InterruptedException {
    try (var client = way.client(app())) {
      try (var events = client.events("/alerts/open")) {
        assertThat(events.next(Reading.class).value().celsius()).isEqualTo(20);
        var hasty = client.within(Duration.ofMillis(300));
        try (var silent = hasty.events("/alerts/open")) {
          silent.next();
          assertThatThrownBy(silent::next)
              .isInstanceOf(AssertionError.class)
              .hasMessageContaining("no event within 300 ms");
        }
      }
      assertThat(closes.closes().tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
      assertThat(closes.closes().availablePermits()).isZero();
    }
  }

  /** It neither holds events back nor takes them for something that could be kept. */
  @Test
  void whatStandsAroundLeavesEventsAlone() {
    try (var client = way.client(app().use(Compress.standard(), ETags.ofContent()))) {
      var asking = client.request(Method.GET, "/alerts/open").header("Accept-Encoding", "gzip");
      try (var events = asking.events()) {
        assertThat(events.next(Reading.class).value().id()).isEqualTo(1);
      }
      var all = client.request(Method.GET, "/alerts?count=200").header("Accept-Encoding", "gzip");
      assertThat(all.send().headers().has("Content-Encoding")).isFalse();
      assertThat(all.send().headers().has("ETag")).isFalse();
      assertThat(all.send().text()).startsWith("id: 1\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"200", "1000"})
  void whatGoesWrongLaterCutsTheStream(double celsius) {
    try (var client = way.client(app())) {
      try (var events = client.events("/alerts/broken/" + celsius)) {
        assertThat(events.next(Reading.class).value().id()).isEqualTo(1);
        assertThatThrownBy(events::next)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("broke off");
      }
    }
  }

  @Test
  void theGeneratedClientReadsEventsThatEnd() {
    try (var client = way.client(app())) {
      var alerts = new AlertsClient(client);
      assertThat(alerts.after(7L, 2))
          .containsExactly(
              Event.of(new Reading(8, 20)).id(8).name("reading"),
              Event.of(new Reading(9, 20)).id(9).name("reading"));
      assertThat(alerts.words("a b")).extracting(Event::value).containsExactly("a", "b");
      assertThat(alerts.maybe(2)).isEmpty();
    }
  }

  @Test
  void theDocumentsSayWhatComes() {
    try (var client = way.client(app())) {
      assertThat(client.get("/openapi.json").text())
          .startsWith("{\"openapi\":\"3.1.0\"")
          .contains(
              """
              The data of each event is a value of `{\\"$ref\\":\\"#/components/schemas/Reading\\"}`.",\
              "content":{"text/event-stream":{"schema":{"type":"string"},"x-itemSchema":{"type":"object",\
              "properties":{"data":{"type":"string","contentMediaType":"application/json",\
              "contentSchema":{"$ref":"#/components/schemas/Reading"}},"event":{"type":"string"},\
              "id":{"type":"string"},"retry":{"type":"integer","minimum":0}},"required":["data"]}\
              """)
          .contains("LAST_EVENT_ID_CHARS_MAX");
      assertThat(client.get("/openapi-3.2.json").text())
          .startsWith("{\"openapi\":\"3.2.0\"")
          .contains("\"content\":{\"text/event-stream\":{\"itemSchema\":{\"type\":\"object\"")
          .contains(
              "\"itemSchema\":{\"type\":\"object\",\"properties\":{\"data\":{\"type\":\"string\"}")
          .doesNotContain("x-itemSchema");
    }
  }
}
