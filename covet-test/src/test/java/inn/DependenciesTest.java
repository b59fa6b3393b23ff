package inn;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Lifetime;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Provider;
import dev.covet.schema.Parameter;
import dev.covet.schema.ResponseSchema;
import dev.covet.test.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What injection promises, sentence by sentence (S2.h.di, beyond.md 25). What is refused while
 * compiling has folders under {@code bad/}: no-provider (none, two), circle, of-request (an
 * app-wide service, a route class, a middleware, a hook), no-path-value, uncallable (a method that
 * is not static), qualifier. That a module's own provider wins is in {@code TwoProjectsTest}.
 */
class DependenciesTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Diary diary = new Diary();
  @AutoClose private final TestClient client = TestClient.of(app()).within(LONG);
  private final InnClient inn = new InnClient(client);

  private App app() {
    return Covet.app().add(Inn.class).override(Diary.class, diary);
  }

  /** "On a class: its constructor provides it", once for each request, whoever asks. */
  @Test
  void aClassIsMadeByItsConstructorOnceForEachRequest() {
    var first = inn.light();
    var second = inn.light();

    assertThat(first).startsWith("true ");
    assertThat(diary.lines()).filteredOn(each -> each.equals("candle lit")).hasSize(2);
    assertThat(second).startsWith("true ");
  }

  /** "Once per app": also if only a constructor asks, and anew for each app. */
  @Test
  void aMethodProvidesOnceForAnApp() {
    inn.hosts();
    inn.hosts();
    try (var other = TestClient.of(app())) {
      new InnClient(other).hosts();
    }

    assertThat(diary.lines()).filteredOn(each -> each.equals("host hired")).hasSize(2);
    assertThat(inn.hosts()).containsExactly("Ann", "Old Bob", "true");
  }

  /** "Per value": a provider may take the qualifier and read it. */
  @Test
  void aProviderThatReadsItsQualifierGivesOneServiceForEachValue() {
    var cellars = inn.cellars();

    assertThat(cellars).startsWith("-1 -2", "true false");
    assertThat(inn.cellars()).isEqualTo(cellars);
  }

  /** "One without a value stands on the provider's method." */
  @Test
  void aQualifierTellsTwoOfATypeApart() {
    assertThat(inn.hosts().get(1)).isEqualTo("Old Bob");
  }

  /** "A provider's parameters are bound like a handler's and join the 422 ..." */
  @Test
  void whatProvidersReadJoinsTheProblemsOfTheRequest() {
    assertThat(client.post("/inn/rooms/x/guests?nights=0", "{\"name\":\" \"}").problems())
        .containsExactlyInAnyOrder(
            problem("type", "path", "room"),
            problem("too_small", "query", "nights"),
            problem("blank", "body", "name"));
    assertThat(inn.enter(3, 2, new Inn.Guest("Ann"))).isEqualTo("Ann 3 2");
  }

  /** "... and the document": its values and its errors. */
  @Test
  void whatProvidersReadAndThrowIsDocumented() {
    try (var running = app().start(StartOptions.of(Mode.TEST))) {
      var enter =
          running.operations().stream()
              .filter(each -> each.source().equals("Inn.enter"))
              .findFirst()
              .orElseThrow();

      assertThat(enter.parameters())
          .extracting(Parameter::name)
          .containsExactlyInAnyOrder("room", "nights");
      assertThat(enter.responses()).extracting(ResponseSchema::status).contains(404, 422);
    }
  }

  /** "Then all parameters and the body (422), then everything else." */
  @Test
  void noServiceIsMadeForARequestThatIsRefused() {
    client.post("/inn/rooms/3/guests?nights=1", "{\"name\":\" \"}");
    assertThat(diary.lines()).noneMatch(each -> each.startsWith("stay"));

    assertThatThrownBy(() -> inn.enter(0, 1, new Inn.Guest("Ann"))).hasMessage("Room not found");
  }

  /** "An AutoCloseable is closed after the response, newest first" though one of them fails. */
  @Test
  void servicesOfARequestAreClosedNewestFirst() {
    inn.light();

    assertThat(diary.lines()).endsWith("candle lit", "lantern lit", "lantern out", "candle out");
  }

  /** "... also when the handler failed." */
  @Test
  void servicesOfARequestAreClosedThoughTheHandlerFailed() {
    assertThatThrownBy(inn::dark).hasMessage("It is dark");

    assertThat(diary.lines()).endsWith("candle lit", "candle out");
  }

  /** A streamed body still has the services of its request (fastapi#11143). */
  @Test
  void servicesOfARequestLiveUntilItsStreamIsWritten() {
    assertThat(inn.stream().status()).isEqualTo(200);
    assertThat(diary.lines()).endsWith("candle lit", "written", "candle out");
  }

  /** "Request, Clock, Mode ... are there." */
  @Test
  void requestClockAndModeAreThere() {
    assertThat(inn.given()).containsExactly("/inn/given", "2026-01-01T00:00:00Z", "TEST");
  }

  /** "... and what plugins bring"; generated providers win over theirs. */
  @Test
  void whatPluginsBringIsThereUnlessTheProjectProvidesIt() {
    var key = Key.of("java.util.List<java.lang.String>");
    var plugin =
        Provider.<List<String>>of(key, Lifetime.APP, _ -> (_, _) -> List.of("of a plugin"));
    try (var other = TestClient.of(app().install(setup -> setup.provide(plugin)))) {
      assertThat(new InnClient(other).generics().getFirst()).isEqualTo("[Riesling]");
    }
  }

  /** "Route classes, middleware, guards are made once and ask by constructor." */
  @Test
  void routeClassesAndMiddlewareAreMadeOnce() {
    inn.bell();
    inn.bell();

    assertThat(client.get("/inn/bell").header("X-Host")).hasValue("Ann");
    assertThat(diary.lines()).filteredOn(each -> each.equals("bell made")).hasSize(1);
    assertThat(diary.lines()).filteredOn(each -> each.equals("inn built")).hasSize(1);
  }

  /** A middleware that needs something of a request says so, and shares it with the handler. */
  @Test
  void aMiddlewareOfEachRequestSharesItsServices() {
    var answer = client.get("/inn/door");

    assertThat(answer.header("X-Candle")).hasValue(answer.text());
    assertThat(diary.lines()).endsWith("candle lit", "door made", "door open", "candle out");
    assertThat(client.get("/inn/door").header("X-Candle")).isNotEqualTo(answer.header("X-Candle"));
  }

  /** What stands around an app or a router comes before the services of a request. */
  @Test
  void aMiddlewareOfEachRequestStandsOnRoutesAlone() {
    var routed = Covet.app().add(Router.at("/r").use(Door.class).add(Inn.class));

    for (var app : List.of(routed, app().use(Door.class))) {
      assertThatThrownBy(() -> TestClient.of(app))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Put @Use(Door.class) on routes");
    }
  }

  /**
   * Types with arguments, wildcards too, are keys of their own (square/dagger#118, dagger#2067).
   */
  @Test
  void typesWithArgumentsAreToldApart() {
    assertThat(inn.generics()).containsExactly("[Riesling]", "[DRY]", "Integer");
  }

  /** "override(type, value) replaces an exact type." */
  @Test
  void aServiceIsReplacedByItsType() {
    try (var other = TestClient.of(app().override(Host.class, () -> "Cleo"))) {
      assertThat(new InnClient(other).hosts()).containsExactly("Cleo", "Old Bob", "true");
      assertThat(other.get("/inn/bell").header("X-Host")).hasValue("Cleo");
    }
    assertThat(diary.lines()).filteredOn(each -> each.equals("host hired")).hasSize(1);
    assertThat(inn.hosts()).startsWith("Ann");
  }

  /**
   * "override(Key, value) the rest": qualifiers and types with arguments (micronaut#7261, #7512).
   */
  @Test
  void aServiceIsReplacedByItsKey() {
    var oldest = Key.of(Host.class).qualified("@inn.Oldest");
    var deep = Key.of(Cellar.class).qualified("@inn.Floor(-2)");
    var wines = Key.of("java.util.List<java.lang.String>");
    Host methuselah = () -> "Methuselah";
    var replaced =
        app()
            .override(oldest, methuselah)
            .override(deep, new Cellar(99, new Object()))
            .override(wines, List.of("Merlot"));
    try (var other = TestClient.of(replaced)) {
      assertThat(new InnClient(other).hosts()).containsExactly("Ann", "Methuselah", "true");
      assertThat(new InnClient(other).cellars()).startsWith("-1 99");
      assertThat(new InnClient(other).generics()).startsWith("[Merlot]", "[DRY]");
    }
  }

  /** "Request-scoped ones too": then nothing is read for them, and they are not closed. */
  @Test
  void aServiceOfARequestIsReplaced() {
    try (var other = TestClient.of(app().override(Stay.class, new Stay(7, 8)))) {
      assertThat(other.post("/inn/rooms/x/guests", "{\"name\":\"Ann\"}").text())
          .isEqualTo("Ann 7 8");
    }
    try (var other = TestClient.of(app().override(Candle.class, new Candle(new Diary())))) {
      new InnClient(other).light();
    }
    assertThat(diary.lines()).noneMatch(each -> each.startsWith("candle"));
  }

  /** Each start has its own: nothing is shared by tests that run at once (fastapi#2079). */
  @Test
  void testsThatRunAtOnceDoNotSeeEachOther() throws Exception {
    var base = Covet.app().add(Inn.class);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers =
          IntStream.range(0, 12)
              .mapToObj(n -> threads.submit(() -> host(base, "Host " + n)))
              .toList();
      for (var n = 0; n < answers.size(); n++) {
        assertThat(answers.get(n).get()).isEqualTo("Host " + n);
      }
    }
  }

  private static String host(App base, String name) {
    try (var own = TestClient.of(base.override(Host.class, () -> name)).within(LONG)) {
      return new InnClient(own).hosts().getFirst();
    }
  }
}
