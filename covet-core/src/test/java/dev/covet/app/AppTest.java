package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.ApiError;
import dev.covet.api.Mode;
import dev.covet.api.Unavailable;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Provider;
import dev.covet.schema.Operation;
import dev.covet.web.docs.Docs;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Response;
import golden.roster.Marked;
import golden.roster.Roster;
import golden.roster.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * S0.err.handler, S1.di.request, S1.val.422, S2.err.registry, S2.h.request, S2.parse.query,
 * S2.res.headers, S4.app.lifespan, V1: an app on hand-written parts answers as the tour says.
 */
class AppTest {
  private static final String ANT = "{\"name\":\"Ant\",\"secret_name\":\"Scott\",\"age\":40}";

  @AutoClose
  private final Caller roster =
      new Caller(Covet.app().add(Roster.class).get("/ping", _ -> Response.text("pong")));

  @Test
  void aRecordIsReadAndAnsweredWithItsStatusAndHeaders() {
    var created = roster.post("/roster", ANT);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text())
        .isEqualTo(
            "{\"id\":1,\"name\":\"Ant\",\"secret_name\":\"Scott\",\"age\":40,\"team_id\":null}");
    assertThat(created.header("Location")).isEqualTo("/roster/1");
    assertThat(created.header("Content-Type")).isEqualTo("application/json");
    assertThat(created.header("X-Request-Id")).isNotEmpty();
    assertThat(created.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(roster.get("/roster/1").text()).isEqualTo(created.text());
    assertThat(roster.get("/roster/1/").status()).isEqualTo(200);
  }

  @Test
  void everyProblemOfARequestIsToldAtOnceFromPathToBody() {
    var answer = roster.patch("/roster/x", "{\"name\":\"\",\"age\":-1}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(codes(answer)).containsExactly("id:type", "name:blank", "age:too_small");
    assertThat(codes(roster.get("/roster?offset=-1&limit=abc&minAge=101&order=x&tag=123456")))
        .containsExactly(
            "offset:too_small", "limit:type", "minAge:too_large", "order:type", "tag[0]:too_long");
  }

  private static List<String> codes(Caller.Answer answer) {
    var found = new ArrayList<String>();
    var matcher =
        java.util.regex.Pattern.compile(
                "\"field\":\"([^\"]*)\",\"location\":\\[[^]]*],\"code\":\"([^\"]*)\"")
            .matcher(answer.text());
    while (matcher.find()) {
      found.add(matcher.group(1) + ":" + matcher.group(2));
    }
    return found;
  }

  @Test
  void aListIsFilteredByTypedParameters() {
    roster.post("/roster", ANT);
    roster.post("/roster", "{\"name\":\"Wasp\",\"secret_name\":\"Hope\",\"age\":30}");

    assertThat(roster.get("/roster?minAge=35").text()).contains("Ant").doesNotContain("Wasp");
    assertThat(roster.get("/roster?order=AGE&limit=1").text()).contains("Wasp");
    assertThat(roster.get("/roster?tag=W&tag=p").text()).contains("Wasp").doesNotContain("Ant");
  }

  @Test
  void bodiesOfOtherTypesAndNoBodiesAreRefusedBeforeTheHandler() {
    assertThat(roster.call(Method.POST, "/roster", ANT, "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(roster.call(Method.POST, "/roster", ANT).status()).isEqualTo(415);
    assertThat(codes(roster.call(Method.POST, "/roster", ""))).containsExactly(":missing");
    assertThat(roster.post("/roster", "{").status()).isEqualTo(400);
    var charset =
        roster.call(Method.POST, "/roster", ANT, "Content-Type", "application/json; charset=UTF-8");
    assertThat(charset.status()).isEqualTo(201);
  }

  @Test
  void optionalIsNotFoundAndVoidHasNoBody() {
    roster.post("/roster", ANT);

    assertThat(roster.get("/roster/99").text()).contains("NOT_FOUND", "Hero not found");
    assertThat(roster.call(Method.DELETE, "/roster/1", "").status()).isEqualTo(204);
    assertThat(roster.call(Method.DELETE, "/roster/1", "").status()).isEqualTo(404);
  }

  @Test
  void bytesAndStreamsGoBothWays() {
    assertThat(roster.call(Method.POST, "/roster/copy", "abc").text()).isEqualTo("abc");
    assertThat(roster.call(Method.POST, "/roster/reverse", "abc").text()).isEqualTo("cba");
  }

  @Test
  void headersAreParametersAndAMethodHasMiddlewareOfItsOwn() {
    var answer = roster.get("/roster/agent", "User-Agent", "curl");

    assertThat(answer.text()).isEqualTo("curl");
    assertThat(answer.header("X-Marked")).isEqualTo("yes");
    assertThat(roster.get("/roster/visit", "Visitor", "Ben").header("X-Marked")).isEmpty();
  }

  @Test
  void aServiceOfTheRequestBindsWithTheHandlerAndIsClosedAfterTheAnswer() {

    assertThat(roster.get("/roster/visit", "Visitor", "Ann").text()).isEqualTo("Hello, Ann");
    assertThat(Visit.LEFT).containsOnlyOnceElementsOf(List.of("Ann"));
    assertThat(codes(roster.get("/roster/visit", "Visitor", "Annabelle")))
        .containsExactly("Visitor:too_long");
    assertThat(Visit.LEFT).doesNotContain("Annabelle");
  }

  @Test
  void methodsAndPathsThatAreNotThereAreRefused() {
    var put = roster.call(Method.PUT, "/roster/1", "");
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    var options = roster.call(Method.OPTIONS, "/roster/1", "");
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    var head = roster.call(Method.HEAD, "/ping", "");
    assertThat(head.response().content().length()).isEqualTo(4);
    assertThat(head.text()).isEmpty();
    assertThat(roster.get("/nowhere").text()).contains("NOT_FOUND");
    assertThat(roster.get("/nowhere", "Accept", "application/problem+json").text())
        .contains("about:blank");
    assertThat(roster.get("/%00").status()).isEqualTo(400);
    assertThat(roster.call(Method.OPTIONS, "*", "").status()).isEqualTo(204);
  }

  @Test
  void errorsOfTheUserHaveTheirStatusAndCode() {
    var closed = roster.post("/roster", "{\"name\":\"Closed\",\"secret_name\":\"x\"}");

    assertThat(closed.status()).isEqualTo(409);
    assertThat(closed.text()).contains("ROSTER_CLOSED", "The roster is closed");
  }

  @Test
  void whatNobodyForesawIsA500ThatSaysNothing() {
    var failed = roster.call(Method.DELETE, "/roster/13", "");

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.text()).contains("INTERNAL_ERROR", failed.header("X-Request-Id"));
    assertThat(failed.text()).doesNotContain("disk of hero");
  }

  @Test
  void anExceptionIsMappedByItsNearestSupertype() {
    var app =
        Covet.app()
            .add(Roster.class)
            .onError(Exception.class, _ -> new Unavailable("far"))
            .onError(IOException.class, e -> new Unavailable("near: " + e.getMessage()));
    try (var caller = new Caller(app)) {
      var failed = caller.call(Method.DELETE, "/roster/13", "");

      assertThat(failed.status()).isEqualTo(503);
      assertThat(failed.text()).contains("near: disk of hero 13");
    }
  }

  @Test
  void middlewareStandInTheOrderInWhichTheyAreWritten() {
    var trace = new ArrayList<String>();
    Middleware first = (request, next) -> traced(trace, "first", next.handle(request));
    Middleware second = (request, next) -> traced(trace, "second", next.handle(request));
    Middleware inner = (request, next) -> traced(trace, "router", next.handle(request));
    var app =
        Covet.app()
            .use(first)
            .add(Router.at("/v1").tag("one").add(Roster.class).use(inner))
            .use(second)
            .use(Marked.class);
    try (var caller = new Caller(app)) {
      assertThat(caller.get("/v1/roster").status()).isEqualTo(200);
      assertThat(trace).containsExactly("router", "second", "first");
      assertThat(caller.get("/nowhere").header("X-Marked")).isEqualTo("yes");
      assertThat(trace).endsWith("second", "first");
      assertThat(caller.app().operations().getFirst().tag()).isEqualTo("one");
    }
  }

  private static Response traced(List<String> trace, String name, Response response) {
    trace.add(name);
    return response;
  }

  @Test
  void aClassIsAddedAtSeveralPaths() {
    var app =
        Covet.app().add(Router.at("/v1").add(Roster.class)).add(Router.at("/v2").add(Roster.class));
    try (var caller = new Caller(app)) {
      assertThat(caller.post("/v1/roster", ANT).status()).isEqualTo(201);
      assertThat(caller.get("/v2/roster/1").status()).isEqualTo(200);
      assertThat(caller.app().operations())
          .extracting(Operation::id)
          .contains("rosterRead", "v2RosterRead");
    }
  }

  @Test
  void anAppInAnAppKeepsItsErrorsAndServices() {
    var inner =
        Covet.app().add(Roster.class).onError(IOException.class, _ -> new Unavailable("inner"));
    var app =
        Covet.app()
            .mount("/inner", inner)
            .mount("/raw", request -> Response.text(request.path() + "?" + request.query()))
            .get("/inner/own", _ -> Response.text("route wins"));
    try (var caller = new Caller(app)) {
      assertThat(caller.post("/inner/roster", ANT).status()).isEqualTo(201);
      assertThat(caller.call(Method.DELETE, "/inner/roster/13", "").text()).contains("inner");
      assertThat(caller.get("/inner/roster/visit", "Visitor", "Bob").text()).contains("Bob");
      assertThat(Visit.LEFT).containsOnlyOnceElementsOf(List.of("Bob"));
      assertThat(caller.get("/raw/a/b?c=d").text()).isEqualTo("/a/b?c=d");
      assertThat(caller.get("/inner/own").text()).isEqualTo("route wins");
      assertThat(caller.app().operations()).anyMatch(o -> o.path().equals("/inner/roster/{id}"));
    }
  }

  @Test
  void aScopeIsClosedAlsoWhenMiddlewareFailsAfterTheHandler() {
    Middleware failing =
        (request, next) -> {
          next.handle(request).end(dev.covet.web.http.Ending.FAILED);
          throw new IllegalStateException("after the handler");
        };
    try (var caller = new Caller(Covet.app().use(failing).add(Roster.class))) {
      assertThat(caller.get("/roster/visit", "Visitor", "Eve").status()).isEqualTo(500);
      assertThat(Visit.LEFT).containsOnlyOnceElementsOf(List.of("Eve"));
    }
  }

  @Test
  void theLastNetCatchesAnErrorFormatThatFails() {
    Middleware failing = (_, _) -> Response.text("x").withHeader("Bad\n", "x");
    try (var caller = new Caller(Covet.app().use(failing))) {
      var answer = caller.get("/");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }
  }

  @Test
  void aStackOverflowIsThe500OfItsRequest() {
    var app = Covet.app().get("/deep", request -> Response.text("" + deep(1)));
    try (var caller = new Caller(app)) {
      assertThat(caller.get("/deep").status()).isEqualTo(500);
      assertThat(caller.get("/docs").status()).isEqualTo(200);
    }
  }

  private static int deep(int depth) {
    return depth == 0 ? 0 : depth + deep(depth + 1);
  }

  @Test
  void documentsAreServedFromTheOperations() {
    var document = roster.get("/openapi.json").text();

    assertThat(document)
        .contains("\"/roster/{id}\"", "rosterCreate", "HeroCreate", "HeroUpdate", "ROSTER_CLOSED");
    assertThat(roster.get("/docs").header("Content-Security-Policy"))
        .contains("default-src 'none'");
    try (var off = new Caller(Covet.app().docs(Docs.off()))) {
      assertThat(off.get("/docs").status()).isEqualTo(404);
    }
  }

  @Test
  void theHostThatAClientNamesStandsInNoAnswer() { // C1
    for (var path : List.of("/docs", "/redoc", "/openapi.json", "/roster", "/nowhere", "/%00")) {
      var answer = roster.get(path, "Host", "evil.example", "X-Forwarded-Host", "evil.example");
      assertThat(answer.text()).doesNotContain("evil");
      answer
          .response()
          .headers()
          .forEach((name, value) -> assertThat(value).as(name).doesNotContain("evil"));
    }
    assertThat(roster.post("/roster", ANT).header("Location")).startsWith("/roster/");
  }

  @Test
  void everythingThatIsWrongWithAStartIsToldAtOnce() {
    var app =
        Covet.app()
            .add(AppTest.class)
            .add(Router.at("bad/{x}").add(Roster.class))
            .mount("{y}", _ -> Response.empty(204))
            .get("ping", _ -> Response.empty(204))
            .set("LOG_REQUESTS", "loud")
            .get("/a/{b}", _ -> Response.empty(204))
            .get("/a/{c}", _ -> Response.empty(204));

    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)))
        .isInstanceOfSatisfying(
            StartFailure.class,
            e ->
                assertThat(e.faults())
                    .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("AppTest", "@Routes"),
                        fault -> assertThat(fault).contains("router", "bad/{x}"),
                        fault -> assertThat(fault).contains("handler is mounted", "{y}"),
                        fault ->
                            assertThat(fault).contains("The path ping does not begin with a slash"),
                        fault -> assertThat(fault).contains("LOG_REQUESTS", "loud"),
                        fault -> assertThat(fault).contains("/a/{b}", "/a/{c}")));
  }

  @Test
  void pluginsOpenBeforeServicesAndCloseAfterThem() {
    var trace = new ArrayList<String>();
    Plugin plugin =
        setup -> {
          setup.onStart(() -> trace.add("open"));
          setup.onStop(() -> trace.add("closed"));
          setup.provide(
              Provider.app(StringBuilder.class, _ -> (_, _) -> new StringBuilder("made")));
          setup.use((request, next) -> next.handle(request).withHeader("X-Plugin", "in"));
          setup.onError(IOException.class, _ -> new Unavailable("plugin"));
          setup.route(Method.GET, "/plugin", _ -> Response.text("plugin"));
        };
    try (var caller = new Caller(Covet.app().install(plugin).add(Roster.class))) {
      assertThat(trace).containsExactly("open");
      assertThat(caller.get("/plugin").header("X-Plugin")).isEqualTo("in");
      assertThat(caller.call(Method.DELETE, "/roster/13", "").text()).contains("plugin");
    }
    assertThat(trace).containsExactly("open", "closed");
  }

  @Test
  void aStopThatFailsKeepsNothingElseOpen() {
    var trace = new ArrayList<String>();
    Plugin plugin =
        setup -> {
          setup.onStop(() -> trace.add("first"));
          setup.onStop(() -> {
            throw new AssertionError("a stop that fails");
          });
          setup.onStop(() -> trace.add("last"));
        };
    new Caller(Covet.app().install(plugin)).close();
    assertThat(trace).containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void eachStartHasItsOwnSettingsAndOverrides() {
    var app =
        Covet.app().set("BODY_BYTES_MAX", "10").post("/", r -> Response.bytes("a/b", r.bytes()));
    var wide = StartOptions.of(Mode.TEST).with(new Source("test", Map.of("BODY_BYTES_MAX", "20")));
    try (var narrow = new Caller(app);
        var other = new Caller(app.start(wide))) {
      assertThat(narrow.call(Method.POST, "/", "x".repeat(11)).status()).isEqualTo(413);
      assertThat(other.call(Method.POST, "/", "x".repeat(11)).status()).isEqualTo(200);
    }
  }

  @Test
  void anErrorWithoutFactsIsA500() {
    var app =
        Covet.app()
            .get(
                "/",
                _ -> {
                  throw new Nameless();
                });
    try (var caller = new Caller(app)) {
      assertThat(caller.get("/").text()).contains("INTERNAL_ERROR").doesNotContain("secret");
    }
  }

  private static final class Nameless extends ApiError {
    private static final long serialVersionUID = 1;

    Nameless() {
      super("secret");
    }
  }
}
