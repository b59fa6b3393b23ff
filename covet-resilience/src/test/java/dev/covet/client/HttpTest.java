package dev.covet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.covet.api.NotFound;
import dev.covet.api.UpstreamError;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.Metrics;
import dev.covet.base.observe.TraceContext;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Requirements S0.pool.http and S0.conc.http; the limits of security.md O1. */
class HttpTest {
  private static final String ANN = "{\"name\": \"Ann\", \"age\": 7}";

  private final Metrics metrics = new Metrics();
  @AutoClose private final Http http = http(HttpLimits.USUAL);

  private Http http(HttpLimits limits) {
    return new Http(limits, metrics, Dialer.system());
  }

  @Test
  void recordsGoAndCome() {
    try (var service =
        new Answering(exchange -> {
          var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          assertThat(asked).isEqualTo("POST /people?of=R%26D+%C3%A9");
          Answering.send(exchange, 201, sent);
        })) {
      var person =
          http.post(service.url() + "/people")
              .query("of", "R&D é")
              .json(new Person("Ann", 7))
              .read(Person.class);
      assertThat(person).isEqualTo(new Person("Ann", 7));
    }
  }

  @Test
  void listsAreRead() {
    try (var service = Answering.json(200, "[" + ANN + "]")) {
      assertThat(http.at(service.url()).get("/people").readList(Person.class))
          .containsExactly(new Person("Ann", 7));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    try (var service = Answering.json(404, "{\"secret\": \"of theirs\"}")) {
      assertThatThrownBy(() -> http.get(service.url() + "/x").read(Person.class))
          .isInstanceOf(NotFound.class)
          .hasMessageNotContaining("theirs");
    }
  }

  @Test
  void anErrorOfTheirsIsABadGatewayThatSaysNothingOfTheirs() {
    try (var service = Answering.json(500, "{\"secret\": \"of theirs\"}")) {
      assertThatThrownBy(() -> http.get(service.url() + "/x").read(Person.class))
          .asInstanceOf(type(UpstreamError.class))
          .satisfies(error -> {
            assertThat(error.status()).isEqualTo(502);
            assertThat(error.answered()).hasValue(500);
            assertThat(error.message()).doesNotContain("theirs");
          });
    }
  }

  @Test
  void anyStatusCanBeLookedAt() {
    try (var service = Answering.json(409, "{}")) {
      var answer = http.delete(service.url() + "/x").send();
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text()).isEqualTo("{}");
    }
  }

  @Test
  void brokenConstraintsAreNoAnswer() {
    fails("{\"name\": \"\", \"age\": 7}", "application/json", 502, "UPSTREAM_ERROR");
  }

  @Test
  void whatIsNoJsonIsNoAnswer() {
    fails("{\"name\": \"Ann\"", "application/json", 502, "UPSTREAM_ERROR");
  }

  @Test
  void aPageOfHtmlIsNoAnswer() {
    fails(ANN, "text/html; charset=utf-8", 502, "UPSTREAM_ERROR");
  }

  private void fails(String text, String mediaType, int status, String code) {
    try (var service =
        new Answering(exchange -> {
          exchange.getResponseHeaders().set("Content-Type", mediaType);
          Answering.send(exchange, 200, text);
        })) {
      fails(http, service.url(), status, code);
    }
  }

  static void fails(Http http, String url, int status, String code) {
    assertThatThrownBy(() -> http.get(url + "/person").read(Person.class))
        .asInstanceOf(type(UpstreamError.class))
        .satisfies(error -> {
          assertThat(error.code()).isEqualTo(code);
          assertThat(error.status()).isEqualTo(status);
        });
  }

  @Test
  void aSlowAnswerIsGivenUp() {
    var left = new CountDownLatch(1);
    try (var service = new Answering(_ -> await(left));
        var hasty = http(limits(100, 0.2, 3, 1_000))) {
      fails(hasty, service.url(), 504, "HTTP_SECONDS_MAX");
      left.countDown();
    }
  }

  @Test
  void anAnswerThatTricklesIsGivenUp() throws IOException {
    var isOpen = new CountDownLatch(1);
    try (var service =
            new Wires((socket, _) -> {
              Wires.answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
              await(isOpen);
            });
        var hasty = http(limits(100, 0.2, 3, 1_000))) {
      fails(hasty, service.url(), 504, "HTTP_SECONDS_MAX");
      isOpen.countDown();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static HttpLimits limits(int connections, double seconds, int redirects, int bytes) {
    return new HttpLimits(connections, 200, seconds, redirects, bytes);
  }

  @Test
  void whatHasFailedHoldsNoConnection() throws IOException {
    var left = new CountDownLatch(1);
    try (var slow = new Answering(_ -> await(left));
        var broken =
            new Wires((socket, _) ->
                Wires.answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"));
        var odd = Answering.json(200, "no JSON");
        var fine = Answering.json(200, ANN);
        var narrow = http(new HttpLimits(1, 1_000, 2, 3, 1_000))) {
      fails(narrow, slow.url(), 504, "HTTP_SECONDS_MAX");
      fails(narrow, broken.url(), 502, "UPSTREAM_ERROR");
      fails(narrow, odd.url(), 502, "UPSTREAM_ERROR");
      assertThat(narrow.get(fine.url() + "/person").read(Person.class).name()).isEqualTo("Ann");
      left.countDown();
    }
  }

  @Test
  void secretsAreInNoText() {
    var call =
        http.post("https://api.example.org/token?key=secret")
            .header("Authorization", "Bearer secret")
            .field("password", "secret");
    assertThat(call.toString()).doesNotContain("secret").contains("api.example.org");
    try (var service = Answering.json(200, "{\"token\": \"secret\"}")) {
      var answer = http.get(service.url() + "/secret?key=secret").send();
      assertThat(answer.toString()).doesNotContain("secret");
      assertThatThrownBy(() -> answer.read(Person.class))
          .satisfies(error -> {
            assertThat(error.toString()).doesNotContain("secret");
            assertThat(String.valueOf(error.getCause())).doesNotContain("secret");
          });
    }
  }

  @Test
  void aRefusedConnectionIsNoAnswer() throws IOException {
    String url;
    try (var gone = new Wires((_, _) -> {})) {
      url = gone.url();
    }
    fails(http, url, 502, "UPSTREAM_ERROR");
  }

  @Test
  void aHostThatNobodyKnowsIsNoAnswer() {
    var dialer =
        new Dialer(
            host -> {
              throw new UnknownHostException(host);
            },
            PublicAddress::is,
            (SSLSocketFactory) SSLSocketFactory.getDefault());
    try (var lost = new Http(HttpLimits.USUAL, metrics, dialer)) {
      fails(lost, "http://nowhere.example", 502, "UPSTREAM_ERROR");
    }
  }

  @Test
  void whatIsNoAddressOfHttpIsAFaultOfTheProgram() {
    for (var url : List.of("ftp://x/", "/x", "http://u:p@x/", "http:///x", "http://x:99999/", "")) {
      assertThatThrownBy(() -> http.get(url)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aConnectionServesManyCalls() {
    try (var service = Answering.json(200, ANN)) {
      for (var i = 0; i < 5; i++) http.get(service.url() + "/person").read(Person.class);
      assertThat(metrics.value("http_client_connections", "state", "idle")).isEqualTo(1);
      assertThat(metrics.value("http_client_connections", "state", "used")).isZero();
      assertThat(
              metrics.value(
                  "http_client_calls_total", "host", "127.0.0.1", "method", "GET", "status", "200"))
          .isEqualTo(5);
    }
  }

  @Test
  void aConnectionThatTheServerClosedIsReplacedWhereThatChangesNothing() throws IOException {
    try (var service =
        new Wires((socket, _) -> {
          Wires.answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          Wires.head(socket);
        })) {
      assertThat(http.get(service.url() + "/a").send().status()).isEqualTo(200);
      assertThat(http.get(service.url() + "/b").send().status()).isEqualTo(200);
      assertThat(service.accepted()).isEqualTo(2);
      assertThatThrownBy(() -> http.post(service.url() + "/c").send())
          .isInstanceOf(UpstreamError.class);
      assertThat(service.accepted()).isEqualTo(2);
    }
  }

  @Test
  void fiveHundredThreadsShareAHundredConnections() throws Exception {
    var open = new AtomicInteger();
    var most = new AtomicInteger();
    try (var service =
            new Answering(exchange -> {
              most.accumulateAndGet(open.incrementAndGet(), Math::max);
              Answering.send(exchange, 200, ANN);
              open.decrementAndGet();
            });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Person>>();
      for (var i = 0; i < 500; i++) {
        all.add(threads.submit(() -> http.get(service.url() + "/person").read(Person.class)));
      }
      for (var each : all) assertThat(each.get().name()).isEqualTo("Ann");
      assertThat(most.get()).isLessThanOrEqualTo(100);
      assertThat(metrics.value("http_client_connections", "state", "idle"))
          .isLessThanOrEqualTo(100);
    }
  }

  @Test
  void whoFindsNoConnectionFreeIsToldSo() throws Exception {
    var isBusy = new CountDownLatch(1);
    var left = new CountDownLatch(1);
    try (var service =
            new Answering(exchange -> {
              isBusy.countDown();
              await(left);
              Answering.send(exchange, 200, ANN);
            });
        var narrow = http(limits(1, 5, 3, 1_000));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> narrow.get(service.url() + "/person").read(Person.class));
      isBusy.await();
      fails(narrow, service.url(), 503, "HTTP_CONNECTIONS_MAX");
      left.countDown();
      assertThat(first.get().name()).isEqualTo("Ann");
    }
  }

  @Test
  void theRequestsIdAndItsTraceGoAlong() {
    var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (var service =
        new Answering(exchange -> {
          var sent = exchange.getRequestHeaders();
          exchange.getResponseHeaders().set("Id", sent.getFirst("X-Request-Id"));
          exchange.getResponseHeaders().set("Trace", sent.getFirst("traceparent"));
          exchange.getResponseHeaders().set("State", sent.getFirst("tracestate"));
          Answering.send(exchange, 200, "{}");
        })) {
      var answer =
          TraceContext.of(parent, "a=b")
              .orElseThrow()
              .run(() -> {
                try (var _ = LogContext.ofRequest("id-7")) {
                  return http.get(service.url() + "/").send();
                }
              });
      assertThat(answer.header("Id")).contains("id-7");
      assertThat(answer.header("Trace")).contains(parent);
      assertThat(answer.header("State")).contains("a=b");
    }
  }

  @Test
  void aClosedClientCallsNobody() {
    try (var service = Answering.json(200, ANN)) {
      http.close();
      assertThatThrownBy(() -> http.get(service.url()).send()).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void aThreadThatIsInterruptedStopsWaiting() throws Exception {
    var left = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    try (var service =
        new Answering(_ -> {
          asked.countDown();
          await(left);
        })) {
      var ended = new CompletableFuture<Throwable>();
      var thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  http.get(service.url()).send();
                } catch (UpstreamError e) {
                  ended.complete(e);
                }
              });
      asked.await();
      thread.interrupt();
      assertThat(ended.get().getCause()).isInstanceOf(InterruptedException.class);
      left.countDown();
    }
  }
}
