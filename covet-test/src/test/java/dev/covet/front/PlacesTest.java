package dev.covet.front;

import static dev.covet.web.http.MiddlewarePlace.APP;
import static dev.covet.web.http.MiddlewarePlace.AUTHENTICATION;
import static dev.covet.web.http.MiddlewarePlace.BREAKER;
import static dev.covet.web.http.MiddlewarePlace.CORS;
import static dev.covet.web.http.MiddlewarePlace.LIMIT_BY_PRINCIPAL;
import static dev.covet.web.http.MiddlewarePlace.LOG;
import static dev.covet.web.http.MiddlewarePlace.METRICS;
import static dev.covet.web.http.MiddlewarePlace.ROUTE;
import static dev.covet.web.http.MiddlewarePlace.ROUTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import shop.Edges;

/** D63: middleware stands at named places, in one order for all who name one. */
class PlacesTest {
  private final List<String> passed = new CopyOnWriteArrayList<>();

  private Middleware note(String name) {
    return (request, next) -> {
      passed.add(name);
      return next.handle(request);
    };
  }

  private Response handler(Request request) {
    passed.add("handler " + Bind.scope(request).isEmpty());
    return Response.text("answer");
  }

  private List<String> passes(App app) {
    passed.clear();
    try (var client = TestClient.of(app)) {
      client.get("/");
    }
    return List.copyOf(passed);
  }

  private App app() {
    return Covet.app()
        .get("/", this::handler)
        .use(BREAKER, note("breaker"))
        .use(AUTHENTICATION, note("authentication"))
        .use(note("app"))
        .use(CORS, note("cors"))
        .use(APP, note("app, too"))
        .use(METRICS, note("metrics"));
  }

  @Test
  void middlewareStandsWhereItsPlaceIsWhateverWasNamedFirst() {
    assertThat(passes(app()))
        .containsExactly(
            "metrics", "cors", "app", "app, too", "authentication", "breaker", "handler true");
  }

  @Test
  void aPluginNamesAPlaceAndStandsWithinTheAppsOwn() {
    var app =
        app()
            .install(setup -> {
              setup.use(CORS, note("plugin's cors"));
              setup.use(LIMIT_BY_PRINCIPAL, note("plugin's limit"));
              setup.use(note("plugin's"));
            });
    assertThat(passes(app))
        .containsExactly(
            "metrics",
            "cors",
            "plugin's cors",
            "app",
            "app, too",
            "plugin's",
            "authentication",
            "plugin's limit",
            "breaker",
            "handler true");
  }

  @Test
  void placesThatAreOrderedShareTheirPositionsAnew() {
    assertThat(passes(app().order(APP, METRICS).order(BREAKER, AUTHENTICATION)))
        .containsExactly(
            "app", "app, too", "cors", "metrics", "breaker", "authentication", "handler true");
  }

  @Test
  void whatCannotBeOrderedOrFilledStopsTheStart() {
    stops(app().order(CORS, CORS), "names a place twice");
    stops(app().order(LOG, AUTHENTICATION), "mixes places before and behind the route");
    stops(app().order(ROUTERS, APP), "whose places are fixed");
    stops(app().use(ROUTE, note("x")), "at the place route");
    stops(app().install(setup -> setup.use(ROUTERS, note("x"))), "at the place routers");
  }

  private static void stops(App app, String text) {
    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(text);
  }

  private static Middleware header(String name) {
    return (request, next) -> next.handle(request).withHeader(name, "here");
  }

  @Test
  void aLateAnswerPassesTheRoutersOfItsRouteButNothingBehindThem() {
    var app =
        Covet.app()
            .set("HANDLER_SECONDS_MAX", "0.3")
            .install(Database.url("sqlite:places.db"))
            .use(header("X-App"))
            .use(AUTHENTICATION, header("X-Authentication"))
            .add(
                Router.at("/a")
                    .use(header("X-Outer"))
                    .add(Router.at("/b").use(header("X-Inner")).add(Edges.class)));
    try (var client = TestClient.of(app).http1()) {
      var answer = client.get("/a/b/slow");
      assertThat(answer.status()).isEqualTo(504);
      for (var name : List.of("X-App", "X-Outer", "X-Inner", "X-Request-Id")) {
        assertThat(answer.header(name)).as(name).isPresent();
      }
      assertThat(answer.header("X-Authentication")).isEmpty();
      assertThat(client.get("/a/b").header("X-Authentication")).contains("here");
      assertThat(client.get("/a/b").header("X-Inner")).contains("here");
    }
  }
}
