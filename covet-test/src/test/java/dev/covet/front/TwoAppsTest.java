package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.http.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Counter;
import shop.ShortErrors;
import shop.Taxes;
import shop.Till;
import vault.CodedErrors;
import vault.Vault;

/**
 * S1.router.mod: apps of their own in one app, with databases, settings and errors of their own.
 */
class TwoAppsTest {
  private static final String ENTRY = "{\"text\": \"gold\"}";

  @TempDir private Path folder;

  private static App vault() {
    return Covet.app().install(Database.url("sqlite:inner.db")).add(Vault.class, Taxes.class);
  }

  private static App two() {
    return Covet.app()
        .add(Taxes.class)
        .set("TAX_PERCENT", "1")
        .set("EAST_TAX_PERCENT", "2")
        .set("WEST_TAX_PERCENT", "3")
        .set("WEST_INNER_TAX_CURRENCY", "JPY")
        .set("WEST_TAX_CURRENCY", "USD")
        .mount("/east", vault().errors(new ShortErrors()))
        .mount("/west", vault().errors(new CodedErrors()).mount("/inner", vault()));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void eachAnswersFromItsOwnDatabaseWithItsOwnSettingsAndErrors(Way way) {
    try (var client = way.client(two())) {
      assertThat(client.post("/east/entries", ENTRY).status()).isEqualTo(200);
      assertThat(client.get("/east/entries/count").text()).isEqualTo("1");
      assertThat(client.get("/west/entries/count").text()).isEqualTo("0");
      assertThat(client.get("/west/inner/entries/count").text()).isEqualTo("0");

      assertThat(client.get("/taxes").text()).contains(":1,", "EUR");
      assertThat(client.get("/east/taxes").text()).contains(":2,", "EUR");
      assertThat(client.get("/west/taxes").text()).contains(":3,", "USD");
      assertThat(client.get("/west/inner/taxes").text()).contains(":3,", "JPY");

      assertThat(client.get("/nowhere").text()).startsWith("{\"error\":");
      assertThat(client.get("/east/nowhere").text()).startsWith("{\"text\":\"There is nothing");
      assertThat(client.get("/west/nowhere").text())
          .isEqualTo("{\"code\":\"NOT_FOUND\",\"status\":404}");
      assertThat(client.post("/west/entries", "{\"divisor\": \"x\"}").text())
          .isEqualTo("{\"code\":\"VALIDATION_ERROR\",\"status\":422}");
      assertThat(client.get("/west/inner/nowhere").text()).startsWith("{\"error\":");
    }
  }

  @Test
  void oneDocumentHasTheOperationsOfBothWithTheErrorsOfEach() {
    try (var client = TestClient.of(two())) {
      var document = client.get("/openapi.json").text();

      assertThat(document)
          .contains("\"/east/entries\"", "\"/west/entries\"", "\"/west/inner/entries\"")
          .contains("\"eastVaultAdd\"", "\"westVaultAdd\"", "\"westInnerVaultAdd\"")
          .contains("\"ShortErrorsBody\":{", "\"CodedErrorsBody\":{", "\"ErrorEnvelope\":{")
          .doesNotContain("\"Body\":");
      assertThat(errorOf(document, "/east/entries")).isEqualTo("ShortErrorsBody");
      assertThat(errorOf(document, "/west/entries")).isEqualTo("CodedErrorsBody");
      assertThat(errorOf(document, "/west/inner/entries")).isEqualTo("ErrorEnvelope");
    }
  }

  /** The schema of the other answers of a path's first operation. */
  private static String errorOf(String document, String path) {
    var answers = document.indexOf("\"default\":{", document.indexOf("\"" + path + "\":"));
    var name = document.indexOf("schemas/", answers) + "schemas/".length();
    return document.substring(name, document.indexOf('"', name));
  }

  /** Detail 16: {@code DATABASE_URL} is the outer app's alone. */
  @Test
  void eachHasASettingOfItsOwnForItsDatabase() {
    var app =
        Covet.app()
            .install(Database.url(file("outer")))
            .mount("/tasks", app("tasks"))
            .mount(
                "/notes", app("notes").mount("/", Covet.app().install(Database.url(file("root")))));
    var settings = Map.of("DATABASE_URL", file("given"), "TASKS_DATABASE_URL", file("given-tasks"));
    try (var _ = started(app, settings)) {
      assertThat(folder)
          .isDirectoryContaining("glob:**/given.db")
          .isDirectoryContaining("glob:**/given-tasks.db")
          .isDirectoryContaining("glob:**/notes.db")
          .isDirectoryContaining("glob:**/root.db");
      assertThat(folder.resolve("outer.db")).doesNotExist();
      assertThat(folder.resolve("tasks.db")).doesNotExist();
    }
  }

  private App app(String name) {
    return Covet.app().install(Database.url(file(name))).add(Vault.class);
  }

  private String file(String name) {
    return "sqlite:" + folder.resolve(name + ".db");
  }

  private static RunningApp started(App app, Map<String, String> settings) {
    return app.start(StartOptions.of(Mode.DEVELOPMENT).with(Source.code(settings)));
  }

  @Test
  void whatIsWrongInAMountedAppNamesItsMount() {
    var unset = Covet.app().add(Taxes.class);
    fails(
        Covet.app().mount("/a", unset).mount("/b", Covet.app().mount("/c", unset)),
        "The app at /a: A_TAX_PERCENT is missing",
        "The app at /b/c: B_C_TAX_PERCENT is missing");
    var failing = Covet.app().install(setup -> setup.onStart(TwoAppsTest::fail));
    fails(
        Covet.app().mount("/a", Covet.app().mount("/b", failing)),
        "The app cannot start: The app at /a/b: The startup failed: no luck.");
  }

  private static void fail() {
    throw new IllegalStateException("no luck");
  }

  @Test
  void mountsThatCannotBeToldApartStopTheStart() {
    fails(
        Covet.app().mount("/a", vault()).mount("/a/", _ -> Response.text("")),
        "Two are mounted at \"/a/\". Mount one of them elsewhere.");
    fails(
        Covet.app().mount("/a-b", Covet.app()).mount("/a", Covet.app().mount("/b", Covet.app())),
        "Two parts of the app would read the same settings, A_B_....");
  }

  private static void fails(App app, String... texts) {
    assertThatThrownBy(() -> TestClient.of(app).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContainingAll(texts);
  }

  @Test
  void bothAreClosedWithTheAppThatTheyAreIn() {
    var tills = Map.of("/a", new Till(), "/b", new Till());
    var app = Covet.app();
    for (var each : tills.entrySet()) {
      app =
          app.mount(
              each.getKey(), Covet.app().add(Counter.class).override(Till.class, each.getValue()));
    }
    try (var client = TestClient.of(app)) {
      client.get("/a/counter/pay");
      client.get("/b/counter/pay");
    }
    assertThat(tills.values())
        .allSatisfy(till -> assertThat(till.events()).contains("opened", "paid", "shut"));
  }

  @Test
  void filesOfADatabaseAreReleased() throws Exception {
    var app = Covet.app().mount("/tasks", app("tasks"));
    started(app, Map.of()).close();
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString())).containsExactly("tasks.db");
    }
  }
}
