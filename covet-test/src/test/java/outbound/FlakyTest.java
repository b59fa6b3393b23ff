package outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import dev.covet.api.UpstreamError;
import dev.covet.app.Covet;
import dev.covet.client.Http;
import dev.covet.test.TestClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S3.pat.cb, S3.pat.retry: another service that fails, seen through the client of an interface. */
class FlakyTest {
  private static final String ANN = "{\"name\": \"Ann\", \"age\": 7}";

  @AutoClose private final Http http = Http.standard();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean isBroken = new AtomicBoolean();

  @AutoClose
  private final Answering service =
      new Answering(exchange -> {
        asked.incrementAndGet();
        Answering.send(exchange, isBroken.get() ? 500 : 200, isBroken.get() ? "{}" : ANN);
      });

  private static void times(TestClient client, int times, int status) {
    for (var i = 0; i < times; i++) {
      assertThat(client.get("/outlook/7").status()).as("call %s", i).isEqualTo(status);
    }
  }

  private static double state(TestClient client) {
    return client.metrics().value("circuit_breaker_state", "breaker", "Forecast");
  }

  /** The table of states in docs/resilience.md, row by row; each attempt is a call. */
  @Test
  void theBreakerOfAClientOpensAnswersFastAndRecoversByItself() {
    var app = Covet.app().add(Outlook.class).set("FORECAST_URL", service.url());
    try (var client = TestClient.of(app)) {
      times(client, 10, 200);
      isBroken.set(true);
      times(client, 4, 502);
      assertThat(state(client)).isEqualTo(0);
      times(client, 1, 502);
      assertThat(asked).hasValue(20);
      assertThat(state(client)).isEqualTo(2);

      var refused = client.get("/outlook/7");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.errorCode()).contains("CIRCUIT_BREAKER_OPEN");
      assertThat(refused.header("Retry-After")).contains("30");
      assertThat(asked).hasValue(20);

      client.clock().advance(Duration.ofMillis(30_001));
      times(client, 1, 502);
      assertThat(asked).hasValue(22);
      assertThat(client.get("/outlook/7").status()).isEqualTo(503);
      assertThat(asked).hasValue(23);
      assertThat(state(client)).isEqualTo(2);

      isBroken.set(false);
      client.clock().advance(Duration.ofMillis(30_001));
      times(client, 1, 200);
      assertThat(state(client)).isEqualTo(1);
      times(client, 2, 200);
      assertThat(state(client)).isEqualTo(0);
    }
  }

  private void fails(Answering other, int by, String code) {
    try (other) {
      assertThatThrownBy(() -> new FrontClient(http.at(other.url())).person(7))
          .asInstanceOf(type(UpstreamError.class))
          .satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            if (by > 0) assertThat(error.answered()).hasValue(by);
          });
    }
  }

  @Test
  void theClientOfOurOwnRoutesTakesNothingForAnAnswer() {
    fails(Answering.json(204, ""), 204, "UPSTREAM_ERROR");
    fails(Answering.json(304, ""), 304, "UPSTREAM_ERROR");
    fails(Answering.json(301, ""), 301, "UPSTREAM_ERROR");
    fails(Answering.json(200, ""), 200, "UPSTREAM_ERROR");
    fails(Answering.json(200, "{\"name\": \"Ann\""), 200, "UPSTREAM_ERROR");
    fails(Answering.json(200, "<html>"), 200, "UPSTREAM_ERROR");
  }

  @Test
  void theClientOfOurOwnRoutesFollowsSoManyRedirects() {
    var left = new AtomicInteger(3);
    try (var other =
        new Answering(exchange -> {
          var isLast = left.getAndDecrement() == 0;
          if (!isLast) exchange.getResponseHeaders().set("Location", "/front/7");
          Answering.send(exchange, isLast ? 200 : 307, isLast ? ANN : "");
        })) {
      assertThat(new FrontClient(http.at(other.url())).person(7)).isEqualTo(new Person("Ann", 7));
    }
    fails(
        new Answering(exchange -> {
          exchange.getResponseHeaders().set("Location", "/front/7");
          Answering.send(exchange, 307, "");
        }),
        307,
        "REDIRECTS_MAX");
  }

  @Test
  void theClientOfOurOwnRoutesReadsNoAnswerThatBreaksOffOrNeverEnds() {
    fails(new Answering(FlakyTest::breakOff), 0, "UPSTREAM_ERROR");
    fails(new Answering(FlakyTest::bomb), 0, "RESPONSE_BYTES_MAX");
  }

  private static void breakOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100);
    exchange.getResponseBody().write(ANN.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    throw new IOException("gone");
  }

  /** Small as it is sent, and more than 10 MiB unpacked. */
  private static void bomb(HttpExchange exchange) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[10_485_761]);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, packed.size());
    packed.writeTo(exchange.getResponseBody());
    exchange.close();
  }
}
