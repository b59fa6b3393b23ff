package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shield.Latches;
import shield.Shelf;
import shield.Twins;
import shield.Upstream;

/** S3.gateway, S3.pat.cb, S3.pat.cb.block, S3.pat.retry, D2, D46: what stands around a route. */
@ParameterizedClass
@EnumSource(Way.class)
class ProtectedRoutesTest {
  private final Way way;
  @AutoClose private final Upstream upstream = new Upstream();
  private final Latches latches = new Latches();

  ProtectedRoutesTest(Way way) throws IOException {
    this.way = way;
  }

  private TestClient client() {
    return way.client(shelf());
  }

  private App shelf() {
    return Covet.app()
        .add(Shelf.class)
        .override(Upstream.class, upstream)
        .override(Latches.class, latches);
  }

  private static double state(TestClient client, String name) {
    return client.metrics().value("circuit_breaker_state", "breaker", name);
  }

  private static void times(int times, Callable<Answer> call, int status) {
    IntStream.range(0, times)
        .forEach(_ -> assertThat(call).returns(status, each -> call(each).status()));
  }

  private static Answer call(Callable<Answer> call) {
    try {
      return call.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The table of states in docs/resilience.md, row by row. */
  @Test
  void aBreakerOpensAnswersFastAndRecoversByItself() {
    try (var client = client()) {
      times(10, () -> client.get("/shelf/breaking"), 200);
      upstream.fail(Integer.MAX_VALUE);
      times(9, () -> client.get("/shelf/breaking"), 500);
      assertThat(state(client, "Shelf.breaking")).isEqualTo(0);

      times(1, () -> client.get("/shelf/breaking"), 500);
      assertThat(state(client, "Shelf.breaking")).isEqualTo(2);
      var before = upstream.asked();
      client.clock().advance(Duration.ofMillis(10_500));
      var refused = client.get("/shelf/breaking");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.errorCode()).contains("CIRCUIT_BREAKER_OPEN");
      assertThat(refused.header("Retry-After")).contains("20");
      assertThat(upstream.asked()).isEqualTo(before);

      client.clock().advance(Duration.ofSeconds(20));
      times(3, () -> client.get("/shelf/breaking"), 500);
      assertThat(client.get("/shelf/breaking").header("Retry-After")).contains("30");

      upstream.fail(0);
      client.clock().advance(Duration.ofMillis(30_001));
      times(1, () -> client.get("/shelf/breaking"), 200);
      assertThat(state(client, "Shelf.breaking")).isEqualTo(1);
      times(2, () -> client.get("/shelf/breaking"), 200);
      assertThat(state(client, "Shelf.breaking")).isEqualTo(0);
    }
  }

  @Test
  void failuresOfLongAgoAreForgotten() {
    upstream.fail(19);
    try (var client = client()) {
      times(19, () -> client.get("/shelf/breaking"), 500);
      client.clock().advance(Duration.ofSeconds(11));
      upstream.fail(1);
      times(1, () -> client.get("/shelf/breaking"), 500);
      times(1, () -> client.get("/shelf/breaking"), 200);
    }
  }

  @Test
  void whatClientsDoWrongOpensNoBreaker() {
    try (var client = client()) {
      times(30, () -> client.get("/shelf/missing"), 404);
    }
  }

  @Test
  void aBreakerStandsAroundAnyBlock() {
    upstream.fail(20);
    try (var client = client()) {
      times(20, () -> client.get("/shelf/by-hand"), 500);
      var refused = client.get("/shelf/by-hand");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).contains("30");
      assertThat(upstream.asked()).isEqualTo(20);
      assertThat(
              client
                  .metrics()
                  .value(
                      "circuit_breaker_calls_total", "breaker", "neighbor", "outcome", "refused"))
          .isEqualTo(1);
    }
  }

  @Test
  void whatFailsIsTriedAgain() {
    upstream.fail(2);
    try (var client = client()) {
      assertThat(client.get("/shelf/repeating").text()).isEqualTo("well");
      assertThat(upstream.asked()).isEqualTo(3);
      upstream.fail(3);
      assertThat(client.get("/shelf/repeating").status()).isEqualTo(500);
      assertThat(upstream.asked()).isEqualTo(6);
    }
  }

  /** A tenth of the calls, and ten to begin with: a neighbor that is down is not asked thrice. */
  @Test
  void repeatsHaveABudget() {
    upstream.fail(Integer.MAX_VALUE);
    try (var client = client()) {
      times(10, () -> client.get("/shelf/stubborn"), 500);
      assertThat(upstream.asked()).isEqualTo(20);
      times(10, () -> client.get("/shelf/stubborn"), 500);
      assertThat(upstream.asked()).isEqualTo(31);
    }
  }

  @Test
  void anOpenBreakerIsNotAskedAgain() {
    upstream.fail(Integer.MAX_VALUE);
    try (var client = client()) {
      times(10, () -> client.delete("/shelf/repeating"), 500);
      var refused = client.delete("/shelf/repeating");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).contains("7");
    }
  }

  @Test
  void whatTakesTooLongIsInterruptedAndAnswered504() {
    try (var client = client()) {
      var late = client.get("/shelf/late");
      assertThat(late.status()).isEqualTo(504);
      assertThat(late.errorCode()).contains("DEADLINE_PASSED");
      assertThat(client.get("/shelf/in-time").text()).isEqualTo("in time");
    }
  }

  @Test
  void oneTooManyIsRefusedAtOnce() throws Exception {
    try (var client = client();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> client.get("/shelf/narrow"));
      latches.inside().await();
      var refused = client.get("/shelf/narrow");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.errorCode()).contains("BULKHEAD_FULL");
      assertThat(refused.header("Retry-After")).contains("1");
      latches.letGo().countDown();
      assertThat(first.get().text()).isEqualTo("out");
      assertThat(client.get("/shelf/narrow").text()).isEqualTo("out");
    }
  }

  /** Neither has the numbers of whoever is asked first. */
  @Test
  void twoOfOneNameWithDifferentNumbersStopTheStart() {
    assertThatThrownBy(() -> way.client(Covet.app().add(Twins.class)).close())
        .hasStackTraceContaining("Two that are called \"Twin.call\" have different numbers")
        .hasStackTraceContaining("@CircuitBreaker(failurePercent = 50, openSeconds = 5)");
  }

  @Test
  void theDocumentListsWhatProtectionAnswers() {
    try (var client = client()) {
      var document = new String(client.get("/openapi.json").bytes(), StandardCharsets.UTF_8);
      assertThat(document).contains("CIRCUIT_BREAKER_OPEN", "BULKHEAD_FULL", "DEADLINE_PASSED");
    }
  }
}
