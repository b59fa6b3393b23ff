package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import lodge.Trail;
import lodge.Vault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shield.Gate;
import shield.Latches;
import shield.Till;
import shield.Upstream;

/** security.md A13, beyond.md 22: what is sent again with the same key is done once. */
@ParameterizedClass
@EnumSource(Way.class)
class IdempotencyTest {
  private static final String TEN = "{\"to\":\"Ada\",\"cents\":10}";

  private final Way way;
  @AutoClose private final Upstream upstream = new Upstream();
  private final Latches latches = new Latches();

  IdempotencyTest(Way way) throws IOException {
    this.way = way;
  }

  private TestClient client() {
    return way.client(app().install(Database.memory()));
  }

  private App app() {
    return Covet.app()
        .add(Till.class)
        .override(Upstream.class, upstream)
        .override(Latches.class, latches);
  }

  private static Answer post(TestClient client, String path, String key, String body) {
    return client.header("Idempotency-Key", key).post(path, body);
  }

  private static String count(TestClient client) {
    return client.get("/till/count").text();
  }

  @Test
  void theSameKeyHasTheSameAnswerAndOneEffect() {
    try (var client = client()) {
      var first = post(client, "/till/payments", "k-1", TEN);
      var again = post(client, "/till/payments", "k-1", TEN);
      assertThat(first.status()).isEqualTo(201);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(first.text()).contains("\"id\":1");
      assertThat(again.header("Content-Type")).contains("application/json");
      assertThat(count(client)).isEqualTo("1");

      assertThat(post(client, "/till/payments", "k-2", TEN).text()).contains("\"id\":2");
      assertThat(client.post("/till/payments", TEN).text()).contains("\"id\":3");
      assertThat(client.post("/till/payments", TEN).text()).contains("\"id\":4");
    }
  }

  @Test
  void headersAreKeptAndTransactionsOfTheHandlerAreWithinIt() {
    try (var client = client()) {
      var first = post(client, "/till/refunds", "k", TEN);
      var again = post(client, "/till/refunds", "k", TEN);
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.header("X-Refund")).isEqualTo(first.header("X-Refund")).contains("r-1");
      assertThat(count(client)).isEqualTo("1");
    }
  }

  @Test
  void aKeyIsOfItsRoute() {
    try (var client = client()) {
      post(client, "/till/payments", "k", TEN);
      assertThat(post(client, "/till/refunds", "k", TEN).status()).isEqualTo(200);
    }
  }

  /** Nobody is answered with what was meant for another. */
  @Test
  void aKeyIsOfWhoeverSentIt() {
    Middleware signsIn =
        (request, next) -> {
          request.header("X-User").ifPresent(request.context()::sentBy);
          request.header("X-Number").map(Long::valueOf).ifPresent(request.context()::sentBy);
          return next.handle(request);
        };
    var app = app().install(Database.memory()).use(MiddlewarePlace.AUTHENTICATION, signsIn);
    try (var client = way.client(app)) {
      for (var user : List.of("ada", "bob")) {
        var answer = post(client.header("X-User", user), "/till/payments", "k", TEN);
        assertThat(answer.text()).contains("\"id\":" + (user.equals("ada") ? 1 : 2));
      }
      var third = post(client.header("X-User", "7"), "/till/payments", "k", TEN);
      assertThat(third.text()).contains("\"id\":3");
      var ofAnotherKind = post(client.header("X-Number", "7"), "/till/payments", "k", TEN);
      assertThat(ofAnotherKind.text()).contains("\"id\":4");
      for (var id : List.of(5, 6)) {
        var unknown = post(client.header("Authorization", "Own " + id), "/till/payments", "k", TEN);
        assertThat(unknown.text()).contains("\"id\":" + id);
      }
    }
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    try (var client = client()) {
      post(client, "/till/payments", "k", TEN);
      var other = post(client, "/till/payments", "k", "{\"to\":\"Bob\",\"cents\":10}");
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.errorCode()).contains("IDEMPOTENCY_KEY_REUSED");
      assertThat(count(client)).isEqualTo("1");
    }
  }

  /** What a route does may depend on them. */
  @Test
  void soAreAnotherQueryAndAnotherType() {
    try (var client = client()) {
      post(client, "/till/payments?to=today", "k", TEN);
      assertThat(post(client, "/till/payments?to=now", "k", TEN).status()).isEqualTo(422);
      var typed = client.request(Method.POST, "/till/payments?to=today");
      var other = typed.body("application/json; charset=utf-8", TEN.getBytes(UTF_8));
      assertThat(other.header("Idempotency-Key", "k").send().status()).isEqualTo(422);
      assertThat(post(client, "/till/payments?to=today", "k", TEN).status()).isEqualTo(201);
      assertThat(count(client)).isEqualTo("1");
    }
  }

  @Test
  void whatIsAtWorkIsNotDoneBesides() throws Exception {
    try (var client = client();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> post(client, "/till/held", "k", ""));
      latches.inside().await();
      var second = post(client, "/till/held", "k", "");
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.errorCode()).contains("IDEMPOTENCY_KEY_IN_USE");
      assertThat(second.header("Retry-After")).contains("1");
      latches.letGo().countDown();
      assertThat(first.get().text()).isEqualTo("held");
      assertThat(post(client, "/till/held", "k", "").text()).isEqualTo("held");
    }
  }

  /** What was refused wrote nothing, and may be tried again. */
  @Test
  void whatFailsIsUndoneAndNotKept() {
    try (var client = client()) {
      assertThat(post(client, "/till/payments", "k", "{\"to\":\"Ada\",\"cents\":13}").status())
          .isEqualTo(409);
      assertThat(count(client)).isEqualTo("0");
      assertThat(post(client, "/till/payments", "k", TEN).status()).isEqualTo(201);
    }
  }

  @Test
  void attemptsThatFailAreUndoneAndOnlyTheLastOneStays() {
    upstream.fail(2);
    try (var client = client()) {
      assertThat(post(client, "/till/repeated", "k", TEN).status()).isEqualTo(200);
      assertThat(count(client)).isEqualTo("1");
      assertThat(post(client, "/till/repeated", "k", TEN).status()).isEqualTo(200);
      assertThat(upstream.asked()).isEqualTo(3);
    }
  }

  /** Nothing says that it may be done twice. */
  @Test
  void withoutAKeyNothingIsTriedAgain() {
    upstream.fail(1);
    try (var client = client()) {
      assertThat(client.post("/till/repeated", TEN).status()).isEqualTo(500);
      assertThat(upstream.asked()).isEqualTo(1);
    }
  }

  @Test
  void anAnswerIsKeptForADay() {
    try (var client = client()) {
      post(client, "/till/payments", "k", TEN);
      client.clock().advance(Duration.ofHours(23));
      assertThat(post(client, "/till/payments", "k", TEN).text()).contains("\"id\":1");
      client.clock().advance(Duration.ofHours(1));
      assertThat(post(client, "/till/payments", "k", TEN).text()).contains("\"id\":2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"has space", "k-0123456789012345678901234567890123456789012345678901234567890123"})
  void aKeyIsShortAndPlain(String key) {
    try (var client = client()) {
      var refused = post(client, "/till/payments", key, TEN);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.problems())
          .containsExactly(
              problem(key.length() > 64 ? "too_long" : "format", "header", "Idempotency-Key"));
    }
  }

  @Test
  void theDocumentHasTheKey() {
    try (var client = client()) {
      var document = new String(client.get("/openapi.json").bytes(), StandardCharsets.UTF_8);
      assertThat(document)
          .contains("Idempotency-Key", "IDEMPOTENCY_KEY_IN_USE", "IDEMPOTENCY_KEY_REUSED");
    }
  }

  /** There a row that is taken spoils the transaction, if it was not begun within one. */
  @Test
  void theSameHoldsOnPostgres() {
    try (var client = TestClient.of(app().install(Database.memory()), TestDatabase.postgres())) {
      var first = post(client, "/till/payments", "k", TEN);
      var again = post(client, "/till/payments", "k", TEN);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(post(client, "/till/refunds", "k", TEN).status()).isEqualTo(200);
      client.clock().advance(Duration.ofHours(25));
      assertThat(post(client, "/till/payments", "k", TEN).text()).isNotEqualTo(first.text());
      assertThat(count(client)).isEqualTo("3");
    }
  }

  /** All of them would share their keys. */
  @Test
  void aPrincipalWithoutAnIdStopsTheStart() {
    var app =
        Covet.app().install(Database.memory()).override(Trail.class, new Trail()).add(Vault.class);
    assertThatThrownBy(() -> way.client(app).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("POST /vault is @Idempotent")
        .hasMessageContaining("nothing tells one lodge.Machine from another. Put @Id on");
  }

  @Test
  void itNeedsADatabase() {
    assertThatThrownBy(() -> way.client(app()).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("Database.url");
  }

  /** Who keeps no answers has no table of them. */
  @Test
  void aLimitNeedsNoDatabase() {
    try (var client = way.client(Covet.app().add(Gate.class))) {
      assertThat(client.get("/gate/left").status()).isEqualTo(200);
    }
  }
}
