package dev.covet.front;

import static depot.DeliveryTable.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import depot.Depot;
import depot.Reports;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.base.observe.Metric;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two databases in one app, each with tables, sessions, settings and gauges of its own: D36. */
class SeveralDatabasesTest {
  private static final String STREET = "{\"street\":\"%s\"}";

  @TempDir private Path folder = Path.of("");

  private App app() {
    return Depot.app(folder.resolve("own.db").toString(), folder.resolve("reports.db").toString());
  }

  private static TestDatabase database(String kind) {
    return kind.equals("postgres") ? TestDatabase.postgres() : TestDatabase.memory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "postgres"})
  void eachSessionHasTheTablesOfItsDatabase(String kind) {
    try (var client = TestClient.of(app(), database(kind));
        var other = TestClient.of(app(), database(kind))) {
      for (var n = 1; n <= 3; n++) {
        assertThat(client.post("/depot", STREET.formatted("Main St " + n)).status()).isEqualTo(201);
      }

      assertThat(client.get("/depot").text()).isEqualTo("{\"parcels\":3,\"deliveries\":3}");
      assertThat(client.get("/depot/Monday").text())
          .isEqualTo(
              """
              [{"id":1,"parcelId":1,"day":"Monday"},{"id":2,"parcelId":2,"day":"Monday"},\
              {"id":3,"parcelId":3,"day":"Monday"}]\
              """);
      assertThat(client.post("/depot", STREET.formatted("Main St 4")).text())
          .contains("The depot is full");
      assertThat(other.get("/depot").text()).isEqualTo("{\"parcels\":0,\"deliveries\":0}");
    }
  }

  /** What is written in the other database is committed, or not, by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"memory", "postgres"})
  void aTransactionIsOneOfItsDatabaseAlone(String kind) {
    try (var client = TestClient.of(app(), database(kind))) {
      assertThat(client.post("/depot/torn").status()).isEqualTo(409);

      assertThat(client.get("/depot").text()).isEqualTo("{\"parcels\":0,\"deliveries\":1}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "postgres"})
  void workAfterACommitWritesInTheOtherDatabase(String kind) {
    try (var client = TestClient.of(app(), database(kind))) {
      assertThat(client.post("/depot/later?fails=true").status()).isEqualTo(409);
      assertThat(client.get("/depot").text()).isEqualTo("{\"parcels\":0,\"deliveries\":0}");
      assertThat(client.post("/depot/later?fails=false").status()).isEqualTo(204);
      assertThat(client.get("/depot").text()).isEqualTo("{\"parcels\":1,\"deliveries\":1}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          own     | Delivery is a table of the database @depot.Reports, and this is a session of the app's own database. Ask for a Session with @depot.Reports.
          reports | Parcel is a table of the app's own database, and this is a session of the database @depot.Reports. Ask for a Session without the annotation.
          within  | Delivery is in another database than Parcel: list what is found there, and give in(...) the values
          """)
  void aTableOfTheOtherDatabaseIsRefusedInWords(String how, String words) {
    try (var lines = new LogLines("dev.covet.faults");
        var client = TestClient.of(app()).header("X-Request-Id", "mistaken-" + how)) {
      assertThat(client.get("/depot/mistaken/" + how).status()).isEqualTo(500);

      assertThat(lines.of("mistaken-" + how))
          .extracting(each -> each.getThrowableProxy().getMessage())
          .containsExactly(words);
    }
  }

  @Test
  void aDatabaseThatIsNotInstalledStopsTheStart() {
    var app = Covet.app().install(Database.memory()).add(Depot.class);

    assertThatThrownBy(() -> TestClient.of(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "needs @depot.Reports dev.covet.data.Session, which nothing provides: install"
                + " Database.url(...).as(Reports.class).");
  }

  @Test
  void twoDatabasesOfOneNameStopTheStart() {
    var app = app().install(Database.memory().as(Reports.class));

    assertThatThrownBy(() -> TestClient.of(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "Two parts of the app would read the same settings, REPORTS_.... Mount one app at"
                + " another path, or name one database otherwise.");
  }

  @Test
  void twoDatabasesWithoutANameStopTheStart() {
    var app = app().install(Database.memory());

    assertThatThrownBy(() -> TestClient.of(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "Two plugins provide dev.covet.data.Session. Install one of them, tell one apart by a"
                + " qualifier, or override it.");
  }

  /** As one whose annotation does not say {@code @Qualifier}. */
  @Test
  void aFurtherDatabaseThatNoTableNamesIsWarnedOf() {
    try (var lines = new LogLines("dev.covet.data.store.Tables");
        var _ = TestClient.of(Covet.app().install(Database.memory().as(Deprecated.class)))) {
      assertThat(lines.texts())
          .contains(
              "database_without_tables database=\"@java.lang.Deprecated\" hint=\"records with"
                  + " @Table need the annotation; it needs @Qualifier\"");
    }
  }

  @Test
  void eachHasItsSettingsAndMakesItsTablesAlone() {
    var elsewhere = folder.resolve("elsewhere.db");
    var app =
        app().set("REPORTS_DATABASE_URL", "sqlite:" + elsewhere).set("DATABASE_URL", memory());
    try (var running = app.start(StartOptions.of(Mode.DEVELOPMENT))) {
      assertThat(elsewhere).exists();
      assertThat(folder.resolve("reports.db")).doesNotExist();
      assertThat(running.metrics().all())
          .filteredOn(it -> it.name().equals("database_connections_open"))
          .extracting(Metric::labels)
          .extracting(it -> it.get("database"))
          .containsExactlyInAnyOrder("main", "reports");
    }
  }

  private static String memory() {
    return "sqlite::memory:";
  }

  /** Only its own tables are looked for: these are the ones of the other database. */
  @Test
  void whatIsMissingInOneIsToldOfThatOne() throws Exception {
    try (var _ = app().start(StartOptions.of(Mode.DEVELOPMENT))) {
      assertThat(folder.resolve("reports.db")).exists();
    }
    Files.delete(folder.resolve("reports.db"));
    Files.createFile(folder.resolve("reports.db"));

    assertThatThrownBy(() -> app().start(StartOptions.of(Mode.PRODUCTION)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("reports.db has no parcel. ");
  }

  @Test
  void aTableThatIsNamedForTheWrongDatabaseStopsTheStart() {
    var app = Covet.app().install(Database.memory().tables(DELIVERY));

    assertThatThrownBy(() -> TestClient.of(app))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "depot.DeliveryTable is a table of the database @depot.Reports, and not of the app's"
                + " own database.");
  }
}
