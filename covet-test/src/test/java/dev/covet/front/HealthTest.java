package dev.covet.front;

import static memos.MemoTable.MEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.HttpsRedirect;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import memos.Memos;
import memos.Sky;
import memos.SkyChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S3.ep.health, S3.ep.ready, S3.ep.live, S3.ep.hdetail: how an app is, for whoever runs it. */
@ParameterizedClass
@EnumSource(Way.class)
class HealthTest {
  private static final String UP = "{\"status\":\"up\"}";
  private static final String DOWN = "{\"status\":\"down\"}";

  private final Way way;
  private final Sky weather =
      new Sky(new AtomicBoolean(), new AtomicBoolean(), new AtomicInteger());

  HealthTest(Way way) {
    this.way = way;
  }

  private App app() {
    return Covet.app()
        .install(Database.memory().tables(MEMO))
        .override(Sky.class, weather)
        .add(Memos.class, SkyChecks.class);
  }

  @Test
  void everyAppTellsHowItIsInAWord() {
    try (var client = way.client(Covet.app())) {
      for (var path : new String[] {"/live", "/ready", "/health"}) {
        var answer = client.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(UP);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(client.head(path).status()).isEqualTo(200);
      }
      assertThat(client.get("/openapi.json").text()).doesNotContain("/live");
    }
  }

  @Test
  void aCheckThatThrowsMeansDownUntilItDoesNot() {
    try (var client = way.client(app())) {
      assertThat(client.get("/health").text()).isEqualTo(UP);
      weather.fails().set(true);
      client.clock().advance(Duration.ofSeconds(1));
      var answer = client.get("/health");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).isEqualTo(DOWN);
      assertThat(client.get("/ready").status()).isEqualTo(200);
      assertThat(client.get("/live").status()).isEqualTo(200);
      weather.fails().set(false);
      client.clock().advance(Duration.ofSeconds(1));
      assertThat(client.get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void howeverManyAskEachCheckRunsOnceASecond() {
    try (var client = way.client(app())) {
      for (var i = 0; i < 20; i++) client.get("/health");
      assertThat(weather.asked()).hasValue(1);
    }
  }

  @Test
  void aCheckThatHangsIsDownAfterItsTimeAndNotAskedTwice() {
    weather.hangs().set(true);
    try (var client = way.client(app().set("HEALTH_CHECK_SECONDS_MAX", "0.3"))) {
      var start = System.nanoTime();
      assertThat(client.get("/health").status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      weather.hangs().set(false);
    }
  }

  @Test
  void theAppsInItAreAskedToo() {
    weather.fails().set(true);
    try (var client = way.client(Covet.app().mount("/in", app()))) {
      assertThat(client.get("/health").status()).isEqualTo(503);
      assertThat(client.get("/in/health").status()).isEqualTo(404);
    }
  }

  @Test
  void theAppsOwnRoutesComeFirstAndTheyCanBeOff() {
    var app = Covet.app().get("/health", _ -> Response.text("mine"));
    try (var client = way.client(app)) {
      assertThat(client.get("/health").text()).isEqualTo("mine");
      assertThat(client.get("/live").text()).isEqualTo(UP);
    }
    try (var client = way.client(Covet.app().set("HEALTH", "off"))) {
      assertThat(client.get("/live").status()).isEqualTo(404);
    }
  }

  @Test
  void aProbeNamesAnAddressAndIsAnsweredWhateverHostsAreServed() {
    var app = app().set("TRUSTED_HOSTS", "api.example.org").use(HttpsRedirect.standard());
    try (var client = TestClient.of(app).http1()) {
      var asked = client.request(Method.GET, "/ready").header("Host", "10.1.2.3:8000").send();
      assertThat(asked.status()).isEqualTo(200);
    }
  }

  @Test
  void aCheckOfAPluginIsOneToo() {
    var app =
        app()
            .install(setup ->
                setup.healthCheck(
                    "gone",
                    () -> {
                      throw new IllegalStateException("gone");
                    }));
    try (var client = way.client(app)) {
      assertThat(client.get("/health").status()).isEqualTo(503);
    }
  }

  @Test
  void twoChecksOfOneNameStopTheStart() {
    var app =
        Covet.app()
            .install(setup -> setup.healthCheck("a", () -> {}))
            .install(setup -> setup.healthCheck("a", () -> {}))
            .set("DRAIN_DELAY_SECONDS", "-1");
    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)).close())
        .hasMessageContaining("Two health checks are called \"a\"")
        .hasMessageContaining("DRAIN_DELAY_SECONDS must be 0 to 600");
  }
}
