package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.api.Unavailable;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.ResponseSchema;
import dev.covet.test.TestClient;
import dev.covet.web.http.Response;
import gate.Cellar;
import gate.Hall;
import gate.Hours;
import gate.Keyed;
import gate.Office;
import gate.OfficeClient;
import gate.Shut;
import gate.Trail;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards: before what they run and behind what, what they take and answer, and what documents say
 * of the routes behind them (S1.router.mod, S0.mw.order).
 */
@ParameterizedClass
@EnumSource(Way.class)
class GuardsTest {
  private final Way way;
  private final Trail trail = new Trail();

  GuardsTest(Way way) {
    this.way = way;
  }

  private App office() {
    return Covet.app().add(Office.class).override(Trail.class, trail);
  }

  private TestClient client(App app) {
    return way.client(app);
  }

  /** First who it is, then whether he may, and only then whether the request is right. */
  @Test
  void aGuardRunsBeforeTheParametersOfTheHandlerAreBound() {
    try (var client = client(office())) {
      assertThat(client.get("/office/desk").status()).isEqualTo(401);
      assertThat(client.header("X-Role", "GUEST").get("/office/desk").status()).isEqualTo(403);
      assertThat(client.header("X-Role", "STAFF").get("/office/desk"))
          .satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problems()).containsExactly(problem("missing", "query", "seat"));
          });
      assertThat(client.header("X-Role", "STAFF").get("/office/desk?seat=1").text())
          .isEqualTo("seat 1");
    }
  }

  @Test
  void aBodyIsNotReadForWhoIsRefused() {
    try (var client = client(office())) {
      assertThat(client.post("/office/rooms/1/memos?hour=9", "{broken").status()).isEqualTo(401);
    }
    assertThat(trail.lines()).doesNotContain("write");
  }

  /** A service of the request is made once, whoever asks for it first. */
  @Test
  void guardsAreMadeOnceAndStandBehindOuterMiddlewareAndBeforeThatOfTheMethod() {
    var app =
        office()
            .use((request, next) -> {
              trail.note("app");
              return next.handle(request);
            });
    try (var client = client(app)) {
      var staff = client.header("X-Role", "STAFF");
      assertThat(staff.get("/office/desk?seat=1").header("X-Lamp")).contains("lit");
      assertThat(staff.get("/office/desk?seat=2").header("X-Lamp")).contains("lit");
      assertThat(client.get("/office/desk?seat=3").header("X-Lamp")).isEmpty();
    }
    assertThat(trail.lines())
        .containsSubsequence("app", "badge", "Allow STAFF", "Lamp", "desk")
        .containsOnlyOnce("made AllowGuard");
  }

  /** A method may be stricter than its class, and never lets in whom the class refuses. */
  @Test
  void annotationsOfClassAndMethodAreBothAsked() {
    try (var client = client(office())) {
      var refused = client.header("X-Role", "STAFF").get("/office/safe");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("The safe is not for you");
      assertThat(client.header("X-Role", "ADMIN").get("/office/safe").text()).isEqualTo("gold");
      var guest = client.header("X-Role", "GUEST").get("/office/lobby");
      assertThat(guest.status()).isEqualTo(403);
      assertThat(guest.text()).contains("this is not for you");
      assertThat(client.header("X-Role", "STAFF").get("/office/lobby").text()).isEqualTo("sofas");
    }
    assertThat(trail.lines())
        .filteredOn(each -> each.startsWith("Allow"))
        .containsExactly(
            "Allow STAFF",
            "Allow STAFF",
            "Allow ADMIN",
            "Allow ADMIN",
            "Allow GUEST",
            "Allow STAFF",
            "Allow STAFF");
  }

  @Test
  void twoAnnotationsThatSayTheSameAreAskedOnce() {
    try (var client = client(office())) {
      assertThat(client.header("X-Role", "STAFF").get("/office/kitchen").text()).isEqualTo("tea");
    }
    assertThat(trail.lines()).containsOnlyOnce("Allow STAFF");
  }

  @Test
  void guardsOfTheClassRunBeforeThoseOfTheMethodInTheirOrder() {
    try (var client = client(office())) {
      var staff = client.header("X-Role", "STAFF").header("Cookie", "key=key7");
      var memo = "{\"text\":\"hello\",\"copies\":1}";
      assertThat(staff.post("/office/rooms/7/memos?hour=9", memo).text()).isEqualTo("hello");
      assertThat(trail.lines()).containsSubsequence("Allow STAFF", "Hours 9", "Known 7", "write");
      var shut = staff.post("/office/rooms/7/memos?hour=3", memo);
      assertThat(shut.status()).isEqualTo(423);
      assertThat(shut.errorCode()).contains("SHUT");
      assertThat(staff.post("/office/rooms/8/memos?hour=9", memo).status()).isEqualTo(401);
    }
  }

  /** What guards cannot do without is a parameter of the client, and their errors are its, too. */
  @Test
  void aGeneratedClientSendsWhatGuardsNeed() {
    try (var client = client(office())) {
      var staff = new OfficeClient(client.header("X-Role", "STAFF").header("Cookie", "key=key7"));
      var memo = new Office.Memo("hello", 1);
      assertThat(staff.write(7, 9, memo)).isEqualTo("hello");
      assertThatThrownBy(() -> staff.write(7, 3, memo)).isInstanceOf(Shut.class);
    }
  }

  /** What is wrong with a guard's own values is told alone: nothing else is looked at. */
  @Test
  void aWrongValueOfAGuardIsA422ByItself() {
    try (var client = client(office())) {
      var staff = client.header("X-Role", "STAFF");
      assertThat(staff.post("/office/rooms/x/memos?hour=99", "{}").problems())
          .containsExactly(problem("too_large", "query", "hour"));
      assertThat(staff.post("/office/rooms/x/memos?hour=9", "{}").problems())
          .containsExactly(problem("type", "path", "room"));
      assertThat(client.header("X-Role", "BOSS").get("/office/desk").status()).isEqualTo(422);
    }
  }

  @Test
  void whatElseAGuardThrowsIsMappedAndDocumented() {
    var app = office().onError(IOException.class, Unavailable.class, GuardsTest::mapped);
    try (var client = client(app)) {
      var staff = client.header("X-Role", "STAFF").header("Cookie", "key=lost");
      assertThat(staff.post("/office/rooms/7/memos?hour=9", "{}").status()).isEqualTo(503);
    }
    try (var running = app.start(StartOptions.of(Mode.TEST))) {
      assertThat(operation(running.operations(), "Office.write").responses())
          .extracting(ResponseSchema::status)
          .contains(503);
    }
  }

  private static Unavailable mapped(IOException e) {
    return new Unavailable("Later");
  }

  private static Operation operation(List<Operation> all, String source) {
    return all.stream().filter(each -> each.source().equals(source)).findFirst().orElseThrow();
  }

  @Test
  void documentsHaveWhatGuardsTakeAndAnswer() {
    try (var running = office().start(StartOptions.of(Mode.TEST))) {
      var write = operation(running.operations(), "Office.write");
      assertThat(write.parameters())
          .extracting(each -> each.in() + " " + each.name() + " " + each.required())
          .containsExactlyInAnyOrder(
              "header X-Role false", "query hour true", "path room true", "cookie key false");
      assertThat(write.parameters())
          .filteredOn(each -> each.name().equals("hour"))
          .extracting(Parameter::text)
          .containsExactly("when somebody comes");
      assertThat(write.responses())
          .extracting(ResponseSchema::status)
          .containsExactly(200, 400, 400, 401, 403, 413, 415, 422, 423);
      assertThat(operation(running.operations(), "Office.safe").responses())
          .extracting(ResponseSchema::status)
          .containsExactly(200, 401, 403, 422);
    }
  }

  @Test
  void aRouterGuardsAllThatIsInItAndAGuardThatIsNamedTwiceRunsOnce() {
    var app =
        Covet.app()
            .add(Hall.class)
            .add(
                Router.at("/a")
                    .guard(Hours.class)
                    .add(Hall.class)
                    .add(Router.at("/b").guard(Hours.class).add(Hall.class)))
            .override(Trail.class, trail);
    try (var client = client(app)) {
      assertThat(client.get("/hall").text()).isEqualTo("hall");
      assertThat(client.get("/a/hall").status()).isEqualTo(422);
      assertThat(client.get("/a/hall?hour=9").text()).isEqualTo("hall");
      assertThat(client.get("/a/b/hall?hour=3").status()).isEqualTo(423);
      assertThat(trail.lines()).containsExactly("Hours 9", "Hours 3");
      assertThat(client.get("/a/b/hall/lift?hour=10&floor=2").text()).isEqualTo("floor 2");
      assertThat(trail.lines()).containsOnlyOnce("Hours 10");
    }
    try (var running = app.start(StartOptions.of(Mode.TEST))) {
      assertThat(running.operations())
          .filteredOn(each -> each.parameters().stream().anyMatch(p -> p.name().equals("hour")))
          .extracting(Operation::path)
          .containsExactlyInAnyOrder(
              "/hall/lift", "/a/hall", "/a/hall/lift", "/a/b/hall", "/a/b/hall/lift");
    }
  }

  /** Middleware of a router stands before its guards, and before those of the routers around it. */
  @Test
  void guardsOfARouterStandBehindItsMiddleware() {
    var app =
        Covet.app()
            .add(
                Router.at("/a")
                    .guard(Hours.class)
                    .use((request, next) -> {
                      trail.note("router");
                      return next.handle(request).withHeader("X-Router", "a");
                    })
                    .add(Hall.class))
            .override(Trail.class, trail);
    try (var client = client(app)) {
      var shut = client.get("/a/hall?hour=1");
      assertThat(shut.status()).isEqualTo(423);
      assertThat(shut.header("X-Router")).contains("a");
      assertThat(trail.lines()).containsExactly("router", "Hours 1");
    }
  }

  @Test
  void aMountedAppKeepsItsGuards() {
    var inner = Covet.app().add(Router.at("/").guard(Hours.class).add(Hall.class));
    var app = Covet.app().get("/free", _ -> Response.text("free")).mount("/m", inner);
    try (var client = client(app)) {
      assertThat(client.get("/free").text()).isEqualTo("free");
      assertThat(client.get("/m/hall?hour=1").status()).isEqualTo(423);
      assertThat(client.get("/m/hall?hour=12").text()).isEqualTo("hall");
    }
    try (var running = app.start(StartOptions.of(Mode.TEST))) {
      assertThat(operation(running.operations(), "Hall.hall").responses())
          .extracting(ResponseSchema::status)
          .contains(423);
    }
  }

  /** A guard of the app is made and closed with the app. */
  @Test
  void aGuardIsClosedWithTheApp() {
    try (var client =
        client(
            Covet.app()
                .add(Router.at("/a").guard(Hours.class).add(Hall.class))
                .override(Trail.class, trail))) {
      client.get("/a/hall?hour=9");
      assertThat(trail.lines()).doesNotContain("Hours closed");
    }
    assertThat(trail.lines()).containsOnlyOnce("Hours closed");
  }

  @Test
  void aClassWithoutGeneratedCodeStopsTheStartInOneLine() {
    var app = Covet.app().add(Router.at("/a").guard(String.class).add(Hall.class));

    assertThatThrownBy(() -> client(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("java.lang.String cannot guard a router: nothing was generated");
  }

  @Test
  void aPathValueThatARouterDoesNotHaveStopsTheStart() {
    var app = Covet.app().add(Router.at("/a").guard(Keyed.class).add(Hall.class));

    assertThatThrownBy(() -> client(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("GET /a/hall has no path value \"door\" for its guard Keyed.");
  }

  @Test
  void whatTheGuardOfARouterReadsIsNeitherInTheHandlersMapNorUnknownToIt() {
    var app = Covet.app().add(Router.at("/").guard(Hours.class).add(Cellar.class));
    try (var client = client(app.override(Trail.class, trail))) {
      assertThat(client.get("/cellar?hour=9&colour=7").text()).isEqualTo("{colour=7}");
      assertThat(client.get("/cellar/shaft?hour=9&floor=7").text()).isEqualTo("floor 7");
      assertThat(client.get("/cellar/shaft?hour=9&floor=7&minute=1").problems())
          .containsExactly(problem("unknown", "query", "minute"));
    }
  }
}
