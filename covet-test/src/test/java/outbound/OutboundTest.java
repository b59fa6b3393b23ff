package outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import dev.covet.api.Conflict;
import dev.covet.api.NotFound;
import dev.covet.api.UpstreamError;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.config.StartFailure;
import dev.covet.client.Http;
import dev.covet.test.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an interface with {@code @Client} sends, and what becomes of each answer. */
class OutboundTest {
  private static final String ANN = "{\"name\": \"Ann\", \"age\": 7}";

  @AutoClose private final Http http = Http.standard();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private Directory at(String url) {
    return new DirectoryCalls(http.at(url));
  }

  private Answering noting(int status, String text) {
    return new Answering(exchange -> {
      note(exchange);
      Answering.send(exchange, status, text);
    });
  }

  private void note(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
  }

  @Test
  void valuesGoWhereAHandlerWouldReadThem() {
    try (var service =
        new Answering(exchange -> {
          note(exchange);
          seen.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          seen.add(exchange.getRequestHeaders().getFirst("Cookie"));
          Answering.send(exchange, 200, "[" + ANN + "]");
        })) {
      var people =
          at(service.url() + "/api/")
              .people(new Directory.Filters("a b", List.of("x", "y")), "me", "dark", 2);
      assertThat(people).containsExactly(new Person("Ann", 7));
      assertThat(seen)
          .containsExactly("GET /api/people?text=a+b&tag=x&tag=y&page=2", "me", "theme=dark");
    }
  }

  @Test
  void bodiesAndFormsAreSent() {
    try (var service = noting(200, ANN)) {
      var directory = at(service.url());
      assertThat(directory.create(new Person("Ann", 7)).name()).isEqualTo("Ann");
      directory.rename(7, "R & D", 8);
      assertThat(seen)
          .containsExactly(
              "POST /people {\"name\":\"Ann\",\"age\":7}", "PATCH /people/7 name=R+%26+D&age=8");
    }
  }

  @Test
  void nothingIsReadWhereNothingIsReturned() {
    try (var service = noting(204, "")) {
      at(service.url()).replace(7, new Person("Ann", 7));
      at(service.url()).remove(7);
      assertThat(seen).hasSize(2);
    }
  }

  @Test
  void aMethodWithABodyIsTheInterfacesOwn() {
    try (var service = noting(200, "[" + ANN + "]")) {
      assertThat(at(service.url()).size()).isEqualTo(1);
    }
  }

  @Test
  void whatIsMissingIsNotFoundOrEmpty() {
    try (var service = Answering.json(404, "not even JSON")) {
      assertThatThrownBy(() -> at(service.url()).person(7)).isInstanceOf(NotFound.class);
      assertThat(at(service.url()).maybe("x")).isEmpty();
    }
  }

  @Test
  void aDeclaredErrorIsThrownByItsStatusWhereThereIsNoCode() {
    try (var service = Answering.json(410, "<html>")) {
      assertThatThrownBy(() -> at(service.url()).person(7))
          .isInstanceOf(Gone.class)
          .hasMessage("The person has left.");
    }
  }

  @Test
  void aDeclaredErrorIsThrownByItsCode() {
    var told = "{\"error\": {\"code\": \"%s\", \"message\": \"theirs\", \"details\": []}}";
    try (var gone = Answering.json(410, told.formatted("GONE"));
        var other = Answering.json(410, told.formatted("MOVED"))) {
      assertThatThrownBy(() -> at(gone.url()).person(7)).isInstanceOf(Gone.class);
      assertThatThrownBy(() -> at(other.url()).person(7)).isInstanceOf(UpstreamError.class);
    }
  }

  @Test
  void anErrorOfCovetsOwnIsThrownIfItIsDeclared() {
    try (var service = Answering.json(409, "{}")) {
      assertThatThrownBy(() -> at(service.url()).create(new Person("Ann", 7)))
          .isInstanceOf(Conflict.class);
      fails(() -> at(service.url()).remove(7), 409);
    }
  }

  @Test
  void theirRefusalOfUsIsNoRefusalOfOurClients() {
    for (var status : List.of(400, 401, 403, 422, 429, 500, 503)) {
      try (var service = Answering.json(status, "{}")) {
        fails(() -> at(service.url()).person(7), status);
      }
    }
  }

  private static void fails(ThrowingCallable call, int by) {
    assertThatThrownBy(call)
        .asInstanceOf(type(UpstreamError.class))
        .satisfies(error -> {
          assertThat(error.status()).isEqualTo(502);
          assertThat(error.answered()).hasValue(by);
        });
  }

  @Test
  void anAnswerIsHeldToItsConstraints() {
    try (var service = Answering.json(200, "{\"name\": \"\", \"age\": 7}")) {
      fails(() -> at(service.url()).person(7), 200);
    }
  }

  @Test
  void theProtectionOfAMethodIsKept() {
    var calls = new AtomicInteger();
    try (var service =
        new Answering(exchange -> {
          var isThird = calls.incrementAndGet() == 3;
          Answering.send(exchange, isThird ? 200 : 503, isThird ? ANN : "{}");
        })) {
      try (var client = TestClient.of(app(service.url()))) {
        assertThat(client.get("/front/7/surely").read(Person.class).name()).isEqualTo("Ann");
      }
      assertThat(calls.get()).isEqualTo(3);
    }
  }

  @Test
  void whatIsOurFaultIsNotSentAgain() {
    try (var service = noting(401, "{}");
        var client = TestClient.of(app(service.url()))) {
      assertThat(client.get("/front/7/surely").status()).isEqualTo(502);
      assertThat(seen).hasSize(1);
    }
  }

  @Test
  void aValueIsOneSegmentOfThePathWhateverIsInIt() {
    try (var service = noting(200, ANN)) {
      for (var name : List.of("a/b", "..", "?x=1#y", "50%", "é;v=1")) at(service.url()).maybe(name);
      assertThat(seen)
          .containsExactly(
              "GET /maybe/a%2Fb",
              "GET /maybe/%2E%2E",
              "GET /maybe/%3Fx=1%23y",
              "GET /maybe/50%25",
              "GET /maybe/%C3%A9;v=1");
    }
  }

  private static App app(String url) {
    return Covet.app().add(Front.class).set("DIRECTORY_URL", url).set("PATIENT_URL", url);
  }

  @Test
  void anAppIsGivenTheClientAtTheAddressOfTheSetting() {
    try (var service = noting(200, ANN);
        var client = TestClient.of(app(service.url() + "/v2"))) {
      assertThat(client.get("/front/7").text()).isEqualTo("{\"name\":\"Ann\",\"age\":7}");
      assertThat(seen).containsExactly("GET /v2/people/7");
    }
  }

  @Test
  void ourClientIsToldOfABadGatewayAndNothingOfTheirs() {
    try (var service = Answering.json(500, "{\"secret\": \"theirs\"}");
        var client = TestClient.of(app(service.url()))) {
      var answer = client.get("/front/7");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.errorCode()).contains("UPSTREAM_ERROR");
      assertThat(answer.text()).doesNotContain("theirs");
    }
  }

  /** Whoever waits for them is told in time, and nobody waits on. */
  @Test
  void theDeadlineOfARouteEndsItsCalls() throws InterruptedException {
    var letGo = new CountDownLatch(1);
    try (var service = new Answering(exchange -> await(letGo));
        var client = TestClient.of(app(service.url()))) {
      var answer = client.get("/front/7/soon");
      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.errorCode()).contains("DEADLINE_PASSED");
      letGo.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAddressThatIsNoneStopsTheStart() {
    assertThatThrownBy(() -> TestClient.of(app("ftp://x")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("DIRECTORY_URL");
  }

  @Test
  void theRequestsIdAndTraceGoFromOurClientToTheService() {
    var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (var service =
            new Answering(exchange -> {
              seen.add(exchange.getRequestHeaders().getFirst("X-Request-Id"));
              seen.add(exchange.getRequestHeaders().getFirst("traceparent"));
              Answering.send(exchange, 200, ANN);
            });
        var client = TestClient.of(app(service.url()))) {
      client.header("X-Request-Id", "id-7").header("traceparent", parent).get("/front/7");
      assertThat(seen).containsExactly("id-7", parent);
    }
  }

  /** The client of our own routes, over HTTP: requirement S0.conc.http. */
  @Test
  void theClientOfOurOwnRoutesCallsThemOverHttp() {
    try (var service = noting(200, ANN)) {
      var front = new FrontClient(http.at(service.url()));
      assertThat(front.person(7)).isEqualTo(new Person("Ann", 7));
      assertThat(seen).containsExactly("GET /front/7");
    }
  }
}
