package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.resilience.RateLimits;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Response;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import lodge.Cellar;
import lodge.Doorkeeper;
import lodge.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import shield.Gate;

/** S1.rl.login, S3.gateway, security.md A6, A8: who sends too much is answered 429. */
@ParameterizedClass
@EnumSource(Way.class)
class RateLimitsTest {
  private static final String LOGIN = "{\"name\":\"Ada\"}";

  private final Way way;
  private final Trail trail = new Trail();

  RateLimitsTest(Way way) {
    this.way = way;
  }

  private TestClient client(App app) {
    return way.client(app);
  }

  private static App gate() {
    return Covet.app().add(Gate.class);
  }

  @Test
  void theSixthRequestInAMinuteIsRefused() {
    try (var client = client(gate())) {
      for (var i = 4; i >= 0; i--) {
        var answer = client.post("/gate/login", LOGIN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("RateLimit-Policy")).contains("\"Gate.login\";q=5;w=60");
        assertThat(answer.header("RateLimit")).contains("\"Gate.login\";r=" + i + ";t=60");
      }
      client.clock().advance(Duration.ofMillis(17_500));
      var refused = client.post("/gate/login", LOGIN);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.errorCode()).contains("TOO_MANY_REQUESTS");
      assertThat(refused.header("Retry-After")).contains("43");
      assertThat(refused.header("RateLimit")).contains("\"Gate.login\";r=0;t=43");
      assertThat(refused.header("RateLimit-Policy")).contains("\"Gate.login\";q=5;w=60");

      client.clock().advance(Duration.ofMillis(42_500));
      assertThat(client.post("/gate/login", LOGIN).status()).isEqualTo(200);
    }
  }

  @Test
  void aSetBackClockLetsNobodyIn() {
    try (var client = client(gate())) {
      for (var i = 0; i < 2; i++) client.get("/gate/left");
      client.clock().advance(Duration.ofHours(-1));
      assertThat(client.get("/gate/left").status()).isEqualTo(429);
    }
  }

  @Test
  void theRoutesOfAClassShareItsLimitButForThoseThatHaveTheirOwn() {
    try (var client = client(gate())) {
      assertThat(client.get("/gate/left").status()).isEqualTo(200);
      assertThat(client.get("/gate/right").status()).isEqualTo(200);
      assertThat(client.get("/gate/left").status()).isEqualTo(429);
      assertThat(client.post("/gate/login", LOGIN).status()).isEqualTo(200);
    }
  }

  @Test
  void allWindowsOfAPlaceHold() {
    try (var client = client(gate())) {
      var first = client.get("/gate/both");
      assertThat(first.header("RateLimit-Policy"))
          .contains("\"Gate.both-1\";q=2;w=1, \"Gate.both-2\";q=3;w=60");
      assertThat(first.header("RateLimit")).contains("\"Gate.both-1\";r=1, \"Gate.both-2\";r=2");
      assertThat(client.get("/gate/both").status()).isEqualTo(200);
      assertThat(client.get("/gate/both").header("Retry-After")).contains("1");
      client.clock().advance(Duration.ofSeconds(1));
      assertThat(client.get("/gate/both").status()).isEqualTo(200);
      assertThat(client.get("/gate/both").header("Retry-After")).contains("59");
    }
  }

  /** The limiter runs first: what is refused is neither read nor checked. */
  @Test
  void theBodyOfWhatIsRefusedIsNotRead() {
    try (var client = client(gate())) {
      for (var i = 0; i < 5; i++) client.post("/gate/login", LOGIN);
      assertThat(client.post("/gate/login", "{broken").status()).isEqualTo(429);
    }
  }

  @Test
  void aForgedAddressIsNotBelieved() {
    try (var client = client(gate())) {
      for (var i = 0; i < 5; i++) {
        forged(client, i);
      }
      assertThat(forged(client, 5).status()).isEqualTo(429);
    }
  }

  private static Answer forged(TestClient client, int last) {
    return client
        .header("X-Forwarded-For", "203.0.113." + last)
        .header("Forwarded", "for=203.0.113." + last)
        .header("X-Real-IP", "203.0.113." + last)
        .post("/gate/login", LOGIN);
  }

  /** Stands in for what believes a proxy. */
  private static Middleware fromHeader() {
    return (request, next) -> {
      var address = request.header("X-Test-Address").orElse("127.0.0.1");
      var peer = Peer.of(new InetSocketAddress(address, 4_000), request.connectionId());
      return next.handle(request.withPeer(peer));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.1, 203.0.113.1, 429",
    "203.0.113.1, 203.0.113.2, 200",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, 429",
    "2001:db8:1:2::1, 2001:db8:1:3::1, 200",
    "203.0.113.1, ::ffff:203.0.113.1, 429",
    "::1, ::2, 429",
  })
  void anAddressIsCountedWithItsNetwork(String first, String second, int status) {
    var app =
        Covet.app()
            .use(MiddlewarePlace.NET, fromHeader())
            .use(RateLimits.perAddress(1, Duration.ofMinutes(1)))
            .get("/", _ -> Response.text("in"));
    try (var client = client(app)) {
      assertThat(client.header("X-Test-Address", first).get("/").status()).isEqualTo(200);
      assertThat(client.header("X-Test-Address", second).get("/").status()).isEqualTo(status);
    }
  }

  @Test
  void anAppIsLimitedAsAWholeAndARouterByItself() {
    var app =
        Covet.app()
            .use(RateLimits.perAddress(3, Duration.ofSeconds(1)))
            .add(
                Router.at("/in")
                    .use(RateLimits.perAddress(1, Duration.ofSeconds(1)).named("in"))
                    .add(Gate.class))
            .get("/out", _ -> Response.text("out"));
    try (var client = client(app)) {
      var inner = client.get("/in/gate/left");
      assertThat(inner.headers().all("RateLimit"))
          .containsExactly("\"Gate\";r=1;t=10", "\"in\";r=0;t=1", "\"address\";r=2;t=1");
      assertThat(client.get("/in/gate/left").status()).isEqualTo(429);
      assertThat(client.get("/out").status()).isEqualTo(200);
      assertThat(client.get("/out").status()).isEqualTo(429);
      assertThat(client.get("/nowhere").status()).isEqualTo(429);
    }
  }

  @Test
  void aLimitByKeyIsOfThatKey() {
    var app =
        Covet.app()
            .use(
                RateLimits.perKey(
                        1, Duration.ofMinutes(1), request -> request.header("X-Key").orElse(""))
                    .and(1, Duration.ofHours(1)))
            .get("/", _ -> Response.text("in"));
    try (var client = client(app)) {
      assertThat(client.header("X-Key", "a").get("/").status()).isEqualTo(200);
      assertThat(client.header("X-Key", "b").get("/").status()).isEqualTo(200);
      assertThat(client.header("X-Key", "a").get("/").header("Retry-After")).contains("3600");
    }
  }

  /** Stands in for what signs people in. */
  private static Middleware signsIn() {
    return (request, next) -> {
      request.header("X-User").ifPresent(request.context()::sentBy);
      return next.handle(request);
    };
  }

  @Test
  void whoeverIsSignedInIsCountedByThatWhereverHeIs() {
    var app = gate().use(MiddlewarePlace.AUTHENTICATION, signsIn());
    try (var client = client(app)) {
      for (var user : List.of("ada", "bob")) {
        for (var i = 0; i < 2; i++) {
          assertThat(client.header("X-User", user).get("/gate/left").status()).isEqualTo(200);
        }
        assertThat(client.header("X-User", user).get("/gate/left").status()).isEqualTo(429);
      }
      assertThat(client.get("/gate/left").status()).isEqualTo(200);
    }
  }

  private TestClient cellar(Function<Trail, Doorkeeper> keeper) {
    return client(
        Covet.app().install(keeper.apply(trail)).add(Cellar.class).override(Trail.class, trail));
  }

  private static int ask(TestClient client, String path, String authorization) {
    return client.header("Authorization", authorization).get("/cellar/" + path).status();
  }

  /** Else an instance would be taken out, or ended, for what its clients do. */
  @Test
  void healthChecksHaveNoLimit() {
    var app = Covet.app().use(RateLimits.perAddress(1, Duration.ofMinutes(1)));
    try (var client = client(app)) {
      assertThat(client.get("/").status()).isEqualTo(404);
      assertThat(client.get("/").status()).isEqualTo(429);
      for (var path : List.of("/live", "/ready", "/health")) {
        assertThat(client.get(path).status()).isEqualTo(200);
      }
    }
  }

  /** Bad tokens count for the address, and nobody is held up by those of another. */
  @Test
  void whoeverIsSignedInIsHeldUpByNobodyAtTheSameAddress() {
    try (var client = cellar(Doorkeeper::noting)) {
      for (var path : List.of("tap", "look")) {
        for (var status : List.of(401, 401, 429, 429)) {
          assertThat(ask(client, path, "Bearer eve")).isEqualTo(status);
        }
        for (var status : List.of(200, 200, 429)) {
          assertThat(ask(client, path, "Bearer ann")).isEqualTo(status);
        }
        assertThat(ask(client, path, "Token bob")).isEqualTo(200);
        assertThat(client.get("/cellar/" + path).status()).isEqualTo(429);
      }
    }
  }

  @Test
  void everyAnswerOfALimitedRouteTellsOfOneCount() {
    try (var client = cellar(Doorkeeper::noting)) {
      var refused = client.get("/cellar/tap");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.headers().all("RateLimit")).containsExactly("\"Cellar.tap\";r=1;t=60");
      var ann = client.header("Authorization", "Bearer ann");
      assertThat(ann.get("/cellar/tap").headers().all("RateLimit"))
          .containsExactly("\"Cellar.tap\";r=1;t=60");
      ann.get("/cellar/tap");
      assertThat(ann.get("/cellar/tap").headers().all("RateLimit"))
          .containsExactly("\"Cellar.tap\";r=0;t=60");
    }
  }

  /** security.md A6: a password costs a hash, so the limiter comes first. */
  @Test
  void noPasswordIsLookedAtOverTheLimitOfItsAddress() {
    try (var client = cellar(Doorkeeper::ofPasswords)) {
      for (var status : List.of(200, 200, 429)) {
        assertThat(ask(client, "tap", "Basic ann")).isEqualTo(status);
      }
      for (var status : List.of(401, 401, 429, 429)) {
        assertThat(ask(client, "tap", "Basic eve")).isEqualTo(status);
      }
      assertThat(ask(client, "tap", "Basic bob")).isEqualTo(429);
    }
    assertThat(trail.lines()).hasSize(5);
  }

  /** security.md A6 */
  @Test
  void aPasswordBehindATokenIsOneAsWell() {
    try (var client = cellar(Doorkeeper::noting)) {
      for (var status : List.of(401, 401, 429)) {
        assertThat(ask(client, "tap", "Bearer eve")).isEqualTo(status);
      }
      assertThat(ask(client, "tap", "Bearer ann")).isEqualTo(200);
      var both = client.header("Authorization", "Bearer ann");
      assertThat(ask(both, "tap", "Basic eve")).isEqualTo(429);
    }
  }

  @Test
  void eachStartCountsByItself() {
    var app =
        Covet.app()
            .use(RateLimits.perAddress(1, Duration.ofMinutes(1)))
            .get("/", _ -> Response.text("in"));
    for (var i = 0; i < 2; i++) {
      try (var client = client(app)) {
        assertThat(client.get("/").status()).isEqualTo(200);
        assertThat(client.get("/").status()).isEqualTo(429);
      }
    }
  }

  @Test
  void theDocumentListsTheRefusal() {
    try (var client = client(gate())) {
      var document = new String(client.get("/openapi.json").bytes(), StandardCharsets.UTF_8);
      assertThat(document).contains("\"429\"", "TOO_MANY_REQUESTS");
    }
  }

  @Test
  void metricsCountWhatIsRefused() {
    try (var client = client(gate())) {
      for (var i = 0; i < 4; i++) client.get("/gate/left");
      assertThat(client.metrics().value("rate_limited_total", "limit", "Gate")).isEqualTo(2);
    }
  }
}
