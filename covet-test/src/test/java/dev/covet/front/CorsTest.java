package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.resilience.RateLimits;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Cors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Gallery;

/** security.md C3, S3.sec.cors, S2.mw.chain: what pages of other origins may ask and read. */
@ParameterizedClass
@EnumSource(Way.class)
class CorsTest {
  private static final String ORIGIN = "https://app.example.org";
  private static final String ALLOW = "Access-Control-Allow-Origin";

  private final Way way;

  CorsTest(Way way) {
    this.way = way;
  }

  private static Response signIn() {
    throw new Unauthorized("Sign in first");
  }

  private static Response wait429() {
    throw new TooManyRequests("Wait");
  }

  private static Response breaks() {
    throw new IllegalStateException("broken");
  }

  private static App app() {
    return Covet.app()
        .use(MiddlewarePlace.AUTHENTICATION, (_, _) -> signIn())
        .use((request, next) -> request.path().equals("/busy") ? wait429() : next.handle(request))
        .get("/item", _ -> Response.text("item"))
        .get("/varied", _ -> Response.text("item").withHeader("Vary", "Accept"))
        .get("/busy", _ -> Response.text("never"))
        .mount("/breaks", _ -> breaks());
  }

  private static Answer preflight(TestClient client, String origin, String path, String method) {
    return client
        .request(Method.OPTIONS, path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "authorization, x-of-mine")
        .send();
  }

  private static Answer get(TestClient client, String origin, String path) {
    return client.request(Method.GET, path).header("Origin", origin).send();
  }

  @Test
  void aPreflightIsAnsweredBeforeAnyoneAsksWhoComes() {
    try (var client = way.client(app().use(Cors.of(ORIGIN).credentials()))) {
      var answer = preflight(client, ORIGIN, "/item", "PUT");

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header(ALLOW)).contains(ORIGIN);
      assertThat(answer.header("Access-Control-Allow-Credentials")).contains("true");
      assertThat(answer.header("Access-Control-Allow-Methods").orElse("")).endsWith(", PUT");
      assertThat(answer.header("Access-Control-Allow-Headers"))
          .contains("authorization, x-of-mine");
      assertThat(answer.header("Access-Control-Max-Age")).contains("600");
      assertThat(answer.header("Vary").orElse("")).endsWith("Origin").contains("Request-Headers");
    }
  }

  @Test
  void anOriginThatIsNoneOfThoseIsRefusedAndReadsNothing() {
    try (var client = way.client(app().use(Cors.of(ORIGIN).credentials()))) {
      for (var origin :
          List.of(
              "null",
              "https://evil-app.example.org",
              "https://app.example.org.evil.org",
              "https://app.example.org:444",
              "http://app.example.org",
              "HTTPS://APP.EXAMPLE.ORG",
              "app.example.org",
              "https://app.example.org/")) {
        var refused = preflight(client, origin, "/item", "GET");
        assertThat(refused.status()).as(origin).isEqualTo(403);
        assertThat(refused.header(ALLOW)).as(origin).isEmpty();
        assertThat(refused.header("Vary")).contains("Origin");

        var answer = get(client, origin, "/busy");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header(ALLOW)).as(origin).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
      }
    }
  }

  @Test
  void anOriginThatIsSentTwiceIsNone() {
    try (var client = way.client(app().use(Cors.of(ORIGIN)))) {
      var twice = client.request(Method.GET, "/item").header("Origin", ORIGIN);
      assertThat(twice.send().header(ALLOW)).contains(ORIGIN);
      assertThat(twice.header("Origin", "https://evil.org").send().header(ALLOW)).isEmpty();
    }
  }

  @Test
  void everyErrorCanBeReadByAPageThatMayRead() {
    try (var client = way.client(app().use(Cors.of(ORIGIN)))) {
      for (var path : new String[] {"/item 401", "/busy 429", "/breaks/x 500", "/nowhere 404"}) {
        var answer = get(client, ORIGIN, path.substring(0, path.indexOf(' ')));
        assertThat(answer.status() + "").isEqualTo(path.substring(path.indexOf(' ') + 1));
        assertThat(answer.header(ALLOW)).as(path).contains(ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers").orElse(""))
            .contains("Retry-After", "X-Request-Id");
      }
    }
  }

  @Test
  void whatTheServerRefusesCanBeReadToo() {
    var app = app().set("HEADERS_BYTES_MAX", "1000").use(Cors.of(ORIGIN));
    try (var client = way == Way.MEMORY ? TestClient.of(app).http1() : way.client(app)) {
      var answer =
          client.request(Method.POST, "/item").header("Origin", ORIGIN).header("Expect", "cake");
      assertThat(answer.send().status()).isEqualTo(417);
      assertThat(answer.send().header(ALLOW)).contains(ORIGIN);
    }
  }

  @Test
  void everyAnswerSaysThatItDependsOnTheOriginAlsoWithoutOne() {
    try (var client = way.client(app().use(Cors.of(ORIGIN)))) {
      assertThat(client.get("/nowhere").header("Vary")).contains("Origin");
      assertThat(client.get("/nowhere").header(ALLOW)).isEmpty();
    }
    var open = Covet.app().get("/", _ -> Response.text("x").withHeader("Vary", "Accept"));
    try (var client = way.client(open.use(Cors.of("*")))) {
      assertThat(client.get("/").header("Vary")).contains("Accept, Origin");
      assertThat(get(client, "https://any.example", "/").header(ALLOW)).contains("*");
    }
  }

  /** S3.ep.users.opt. */
  @Test
  void optionsWithoutAPreflightStillSaysWhatIsAllowed() {
    try (var client = way.client(app().use(Cors.of(ORIGIN)))) {
      var plain = client.request(Method.OPTIONS, "/item").header("Origin", ORIGIN).send();
      assertThat(plain.status()).isEqualTo(204);
      assertThat(plain.header("Allow")).contains("GET, HEAD, OPTIONS");
      assertThat(plain.header(ALLOW)).contains(ORIGIN);
    }
  }

  @Test
  void whatIsNotNamedIsRefused() {
    var cors = Cors.of(ORIGIN).methods(Method.GET).headers("Authorization");
    try (var client = way.client(app().use(cors))) {
      assertThat(preflight(client, ORIGIN, "/item", "PUT").status()).isEqualTo(403);
      assertThat(preflight(client, ORIGIN, "/item", "GET").status()).isEqualTo(403);
      assertThat(preflight(client, ORIGIN, "/item", "get").status()).isEqualTo(403);
    }
    var both = Cors.of(ORIGIN).headers("Authorization", "X-Of-Mine").exposing("X-Total");
    try (var client = way.client(app().use(both).set("CORS_MAX_AGE_SECONDS", "60"))) {
      var answer = preflight(client, ORIGIN, "/item", "GET");
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Access-Control-Max-Age")).contains("60");
      assertThat(get(client, ORIGIN, "/item").header("Access-Control-Expose-Headers").orElse(""))
          .endsWith("X-Total");
    }
  }

  @Test
  void aRouterMayHaveItsOwn() {
    var app =
        Covet.app()
            .add(Router.at("/a").use(Cors.of(ORIGIN)).add(Gallery.class))
            .add(Router.at("/b").add(Gallery.class));
    try (var client = way.client(app)) {
      assertThat(preflight(client, ORIGIN, "/a/gallery", "GET").status()).isEqualTo(204);
      assertThat(preflight(client, "https://x.org", "/a/gallery", "GET").status()).isEqualTo(403);
      assertThat(get(client, ORIGIN, "/a/gallery").header(ALLOW)).contains(ORIGIN);
      var wrong = client.request(Method.DELETE, "/a/gallery").header("Origin", ORIGIN).send();
      assertThat(wrong.status()).isEqualTo(405);
      assertThat(wrong.header(ALLOW)).contains(ORIGIN);
      assertThat(preflight(client, ORIGIN, "/b/gallery", "GET").header(ALLOW)).isEmpty();
      assertThat(get(client, ORIGIN, "/b/gallery").header(ALLOW)).isEmpty();
    }
  }

  /** Whatever was named first: the limit stands further in. */
  @Test
  void thePageOfARouterReadsWhatItsLimitSays() {
    var limit = RateLimits.perAddress(1, Duration.ofMinutes(1));
    var app = Covet.app().add(Router.at("/a").use(limit, Cors.of(ORIGIN)).add(Gallery.class));
    try (var client = way.client(app)) {
      assertThat(preflight(client, ORIGIN, "/a/gallery", "GET").status()).isEqualTo(204);
      for (var status : List.of(200, 429)) {
        var answer = get(client, ORIGIN, "/a/gallery");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header(ALLOW)).contains(ORIGIN);
        assertThat(answer.header("Vary").orElse("")).contains("Origin");
      }
    }
  }

  @Test
  void aPreflightOfWhatIsNotThereIsAnsweredAsAnyOther() {
    try (var client = way.client(app().use(Cors.of(ORIGIN)))) {
      assertThat(preflight(client, ORIGIN, "/nowhere", "GET").status()).isEqualTo(204);
      assertThat(preflight(client, "https://x.org", "/nowhere", "GET").status()).isEqualTo(403);
    }
  }

  @Test
  void anOriginMayBeNamedTwice() {
    var cors = Cors.of("https://app.example", "https://app.example");
    try (var client = TestClient.of(Covet.app().use(cors))) {
      assertThat(
              client
                  .header("Origin", "https://app.example")
                  .get("/")
                  .header("Access-Control-Allow-Origin"))
          .contains("https://app.example");
    }
  }

  @Test
  void whatCouldNotBeMeantStopsTheStart() {
    stops(Cors.of("*").credentials(), "would let any page act as its visitor");
    stops(Cors.of("*", ORIGIN), "names \"*\" beside");
    stops(Cors.of(), "has no origin");
    for (var bad :
        new String[] {
          "null",
          "https://app.example.org/",
          "app.example.org",
          "https://*.example.org",
          "https://app.example.org:443",
          "https://App.example.org",
          "https://ann@example.org"
        }) {
      stops(Cors.of(bad), "no browser sends that as its origin");
    }
    stops(Cors.of(ORIGIN + "//"), "Leave out the slash at its end: \"https://app.example.org\".");
    stops(Cors.of("https://*.example.org/"), "There are no patterns: name each origin");
    stops(Cors.of(ORIGIN).exposing("a b"), "no header can have as its name");
    assertThatThrownBy(() ->
            app().use(Cors.of(ORIGIN)).set("CORS_MAX_AGE_SECONDS", "0").start(options()).close())
        .hasMessageContaining("CORS_MAX_AGE_SECONDS");
  }

  /** The outer one would refuse the preflights of the other's pages. */
  @Test
  void twoAroundOneRouteStopTheStart() {
    var cors = Cors.of("https://b.example");
    var gallery = Router.at("/a").use(Cors.of(ORIGIN)).add(Gallery.class);
    Map.of(
            app().use(Cors.of(ORIGIN)).use(cors),
            "every route of the app",
            app().use(Cors.of(ORIGIN)).use(MiddlewarePlace.AUTHENTICATION, cors),
            "every route of the app",
            Covet.app().use(cors).add(gallery),
            "GET /a/gallery",
            Covet.app().add(Router.at("/b").use(cors).add(gallery)),
            "GET /b/a/gallery",
            Covet.app().use(cors).mount("/in", app().use(Cors.of(ORIGIN))),
            "every route of /in",
            Covet.app().use(cors).mount("/in", Covet.app().add(gallery)),
            "GET /in/a/gallery")
        .forEach((twice, where) ->
            assertThatThrownBy(() -> twice.start(options()).close())
                .hasMessageContaining("Two Cors are around " + where)
                .hasMessageContaining("Name all origins in one Cors.of(...)"));
    Covet.app()
        .use(MiddlewarePlace.AUTHENTICATION, cors)
        .mount("/in", app().use(Cors.of(ORIGIN)))
        .start(options())
        .close();
  }

  private static StartOptions options() {
    return StartOptions.of(Mode.TEST);
  }

  private static void stops(Cors cors, String text) {
    assertThatThrownBy(() -> app().use(cors).start(options()).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(text);
  }
}
