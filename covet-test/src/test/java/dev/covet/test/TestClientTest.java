package dev.covet.test;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.config.StartFailure;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import memos.Memo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client itself, on routes without types. */
class TestClientTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(900);

  private static TestClient client(App app, String way) {
    var client = TestClient.of(app).within(LONG);
    return way.equals("http1") ? client.http1() : client;
  }

  private static App echo() {
    return Covet.app()
        .post(
            "/echo",
            request ->
                Response.bytes("application/x-echo", request.bytes())
                    .withHeader("X-Method", request.method().name())
                    .withHeader("X-Query", request.query())
                    .plusHeader("X-Sent", request.header("X-Sent").orElse("")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void aRequestArrivesAndItsAnswerComesBack(String way) {
    try (var client = client(echo(), way)) {
      var answer =
          client
              .request(Method.POST, "/echo?a=1&b=%20")
              .header("X-Sent", "some")
              .body("image/png", new byte[] {0, 1, (byte) 0xff})
              .send();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.bytes()).containsExactly(0, 1, 0xff);
      assertThat(answer.header("content-type")).contains("application/x-echo");
      assertThat(answer.header("X-Query")).contains("a=1&b=%20");
      assertThat(answer.header("X-Sent")).contains("some");
      assertThat(answer.problems()).isEmpty();
      assertThat(answer.errorCode()).isEmpty();
    }
  }

  @Test
  void whatIsNoValueSaysTheStatusFirst() {
    try (var client = client(echo(), "memory")) {
      var none = client.get("/no");
      assertThatThrownBy(() -> none.read(Memo.class))
          .hasMessageStartingWith("The app answered 404 {");
      assertThatThrownBy(() -> none.readList(Memo.class))
          .hasMessageStartingWith("The app answered 404 {");
      assertThatThrownBy(() -> none.read(Memo[].class))
          .hasMessage("Read an array by readList(Memo.class).");
      assertThatThrownBy(() -> client.get("no"))
          .hasMessage("A path begins with a slash, not \"no\"");
    }
  }

  @Test
  void bothWaysShowTheSameHeaders() {
    try (var memory = TestClient.of(echo()).within(LONG)) {
      var http1 = memory.http1();

      assertThat(names(http1.post("/echo", "{}"))).isEqualTo(names(memory.post("/echo", "{}")));
      assertThat(names(http1.get("/no"))).isEqualTo(names(memory.get("/no")));
      assertThat(names(http1.options("/echo"))).isEqualTo(names(memory.options("/echo")));
    }
  }

  private static Set<String> names(Answer answer) {
    var names = new TreeSet<String>();
    answer.headers().forEach((name, _) -> names.add(name));
    return names;
  }

  @Test
  void fieldsStandBehindABodyAndABodyInThePlaceOfFields() {
    try (var client = client(echo(), "memory")) {
      var request = client.request(Method.POST, "/echo");
      var form = "application/x-www-form-urlencoded";

      assertThat(request.body(form, utf8("a=1")).field("b", "2 3").send().text())
          .isEqualTo("a=1&b=2+3");
      assertThat(request.field("a", "1").body("text/plain", utf8("x")).send().text())
          .isEqualTo("x");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void aLongBodyGoesBothWays(String way) {
    var body = new byte[900_000];
    for (var i = 0; i < body.length; i++) body[i] = (byte) (i * 31);
    try (var client = client(echo(), way)) {
      var answer = client.request(Method.POST, "/echo").body(body).send();

      assertThat(answer.bytes()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void aStreamIsTakenToItsEndAndThenEnded(String way) {
    var ended = new CountDownLatch(1);
    var app =
        Covet.app()
            .get(
                "/lines",
                _ ->
                    Response.of(
                            200,
                            "text/plain",
                            new Content.Stream(
                                -1,
                                out -> {
                                  for (var i = 0; i < 1_000; i++) out.write(utf8(i + "\n"));
                                }))
                        .onEnd(_ -> ended.countDown()));
    try (var client = client(app, way)) {
      var answer = client.get("/lines");

      assertThat(answer.text().lines()).hasSize(1_000).endsWith("999");
      assertThatCode(ended::await).doesNotThrowAnyException();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void anAnswerThatBreaksOffFailsTheTest(String way) {
    var app =
        Covet.app()
            .get(
                "/broken",
                _ ->
                    Response.of(
                        200,
                        "text/plain",
                        new Content.Stream(
                            100,
                            out -> {
                              out.write(utf8("half"));
                              throw new IOException("no more");
                            })));
    try (var client = client(app, way)) {
      assertThatThrownBy(() -> client.get("/broken"))
          .isInstanceOf(AssertionError.class)
          .hasMessage("GET /broken: the response was cut off");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void aHandlerThatHangsFailsTheTestAndIsShown(String way) {
    var never = new CountDownLatch(1);
    try (var client = client(Covet.app().get("/hang", _ -> hangs(never)), way)) {
      assertThatThrownBy(() -> client.within(SHORT).get("/hang"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("GET /hang was not answered within 900 ms")
          .hasMessageContaining("TestClientTest.hangs");
    } finally {
      never.countDown();
    }
  }

  private static Response hangs(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Response.empty(204);
  }

  @Test
  void aWaitIsTenSecondsUnlessTheTestSaysOtherwise() {
    assertThat(TestClient.WAIT).isEqualTo(Duration.ofSeconds(10));
    try (var client = TestClient.of(Covet.app())) {
      assertThatThrownBy(() -> client.within(Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void problemsAreKnownWhateverTheFormat(String way) {
    var app =
        Covet.app()
            .onError(
                IllegalStateException.class,
                _ -> Invalid.at("items[2].qty", "taken", "is already taken"))
            .get(
                "/bad",
                _ -> {
                  throw new IllegalStateException();
                });
    try (var client = client(app, way)) {
      var plain = client.get("/bad");
      var problemJson =
          client.request(Method.GET, "/bad").header("Accept", "application/problem+json").send();

      assertThat(plain.problems())
          .containsExactly(problem("taken", "body", "items", 2, "qty"))
          .isEqualTo(problemJson.problems());
      assertThat(plain.errorCode()).contains("VALIDATION_ERROR");
      assertThat(plain.text()).isNotEqualTo(problemJson.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "http1"})
  void statementsAreCountedAndARepeatedSelectFailsTheTest(String way) {
    var app =
        Covet.app()
            .get("/once", request -> run(request, "select a", "select b", "update a", "update a"))
            .get("/repeated", request -> run(request, "select a", "SELECT b", "SELECT b"))
            .mount("/inner", Covet.app().get("/once", request -> run(request, "select a")));
    try (var client = client(app, way)) {
      assertThat(client.get("/once").queries()).isEqualTo(4);
      assertThat(client.get("/inner/once").queries()).isEqualTo(1);
      assertThatThrownBy(() -> client.get("/repeated"))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("GET /repeated ran one select 2 times: SELECT b");
      assertThat(client.allowRepeats().get("/repeated").queries()).isEqualTo(3);
    }
  }

  private static Response run(Request request, String... statements) {
    var log = request.context().statements();
    for (var statement : statements) {
      if (log != null) log.add(statement);
    }
    return Response.empty(204);
  }

  @Test
  void theAppHasItsOwnTimeWhichStandsStillUntilItIsMoved() {
    var app = Covet.app().get("/no", _ -> Response.empty(204));
    try (var client = TestClient.of(app).within(LONG)) {
      assertThat(client.get("/nowhere").text()).contains("2026-01-01T00:00:00Z");

      client.clock().advance(Duration.ofMinutes(90));
      assertThat(client.get("/nowhere").text()).contains("2026-01-01T01:30:00Z");

      client.clock().advance(Duration.ofMinutes(-30));
      var there = client.clock().withZone(ZoneId.of("Asia/Tokyo"));
      assertThat(there.instant()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
      assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
      assertThat(client.clock()).isInstanceOf(Clock.class);
    }
  }

  @Test
  void settingsComeFromTheAppAloneAndTheModeIsTest() {
    var seen = new ArrayList<Object>();
    var app =
        Covet.app()
            .set("MAIL_URL", "smtp://test")
            .install(setup -> {
              seen.add(setup.mode());
              seen.add(setup.config().text("MAIL_URL"));
              seen.add(setup.config().text("PATH"));
            });
    try (var _ = TestClient.of(app)) {
      assertThat(System.getenv("PATH")).isNotEmpty();
      assertThat(seen).containsExactly(Mode.TEST, Optional.of("smtp://test"), Optional.empty());
    }
  }

  @Test
  void aStartThatFailsSaysWhy() {
    var app = Covet.app().set("BODY_BYTES_MAX", "-1");

    assertThatThrownBy(() -> TestClient.of(app)).isInstanceOf(StartFailure.class);
  }

  @Test
  void closingStopsTheAppOnceAndWhicheverClientIsClosed() {
    var stops = new AtomicInteger();
    var client = TestClient.of(Covet.app().install(setup -> setup.onStop(stops::incrementAndGet)));
    var http1 = client.http1();

    http1.close();
    client.close();

    assertThat(stops).hasValue(1);
    assertThatThrownBy(client::http1).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAnswerIsReadAsJsonStrictly() {
    var app =
        Covet.app()
            .get("/list", _ -> Response.json(200, utf8("[1, \"a\"]")))
            .get("/text", _ -> Response.text("[1,"));
    try (var client = TestClient.of(app).within(LONG)) {
      assertThat(client.get("/list").readList(JsonValue.class)).hasSize(2);
      assertThat(client.get("/list").read(JsonValue.class)).isInstanceOf(JsonValue.Items.class);
      assertThatThrownBy(() -> client.get("/text").read(JsonValue.class))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("200 [1,");
      assertThatThrownBy(() -> client.get("/list").read(Map.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("java.util.Map has no codec");
    }
  }

  @Test
  void aFaultIsInTheMessagesOfFailedTestsAlone() {
    var app = Covet.app().get("/broken", _ -> List.<Response>of().getFirst());
    try (var client = TestClient.of(app).within(LONG)) {
      var answer = client.get("/broken");

      assertThat(answer.text()).doesNotContain("Exception");
      assertThat(answer).asString().startsWith("500 {").endsWith("NoSuchElementException");
      assertThat(client.get("/nowhere")).asString().startsWith("404 {").endsWith("}");
    }
  }

  @Test
  void everyRequestHasAThreadOfItsOwn() {
    var threads = new ArrayList<Thread>();
    var app =
        Covet.app()
            .get(
                "/",
                _ -> {
                  threads.add(Thread.currentThread());
                  return Response.empty(204);
                });
    try (var client = TestClient.of(app).within(LONG)) {
      List.of(1, 2).forEach(_ -> client.get("/"));
      assertThat(threads).doesNotHaveDuplicates().doesNotContain(Thread.currentThread());
    }
  }
}
