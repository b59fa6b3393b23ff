package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.base.limit.LimitSource;
import dev.covet.base.observe.StatementLog;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.postgres.PostgresServer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import golden.heroes.HeroesIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S1.di.db, S4.db.session, S4.db.echo, S4.test.db, S4.app.lifespan; details 9, 27, 28. */
class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void anAppGetsItsTablesAndEachRequestASession() {
    try (var app = start(heroes("heroes.db"), Mode.DEVELOPMENT)) {
      assertThat(call(app, Method.POST, "/teams/Avengers")).isEqualTo("200 1");
      assertThat(call(app, Method.POST, "/teams/Avengers")).startsWith("409").contains("taken");
      assertThat(call(app, Method.GET, "/teams")).isEqualTo("200 1");
    }
    try (var again = start(heroes("heroes.db"), Mode.PRODUCTION)) {
      assertThat(call(again, Method.GET, "/teams")).isEqualTo("200 1");
    }
  }

  @Test
  void everySessionOfARequestJoinsItsTransaction() {
    try (var app = start(heroes("heroes.db"), Mode.DEVELOPMENT)) {
      assertThat(call(app, Method.POST, "/twice/same")).startsWith("409");
      assertThat(call(app, Method.GET, "/teams")).isEqualTo("200 0");
    }
  }

  @Test
  void theSettingOverridesTheAddressInCode() {
    var other = "sqlite:" + folder.resolve("other.db");
    try (var app = start(heroes("heroes.db").set("DATABASE_URL", other), Mode.DEVELOPMENT)) {
      call(app, Method.POST, "/teams/Avengers");
    }
    assertThat(folder.resolve("other.db")).exists();
    assertThat(folder.resolve("heroes.db")).doesNotExist();
  }

  @Test
  void aTestHasAnEmptyDatabaseInMemoryAndLeavesNoFile() {
    for (var n = 0; n < 2; n++) {
      try (var app = start(heroes("heroes.db"), Mode.TEST)) {
        assertThat(call(app, Method.POST, "/teams/Avengers")).isEqualTo("200 1");
      }
    }
    assertThat(folder.resolve("heroes.db")).doesNotExist();
  }

  @Test
  void productionWithoutTablesStopsTheStartInOneLine() throws IOException {
    Files.createFile(folder.resolve("empty.db"));

    assertThatThrownBy(() -> start(heroes("empty.db"), Mode.PRODUCTION))
        .isInstanceOf(StartFailure.class)
        .hasMessageMatching(
            "The app cannot start: The database sqlite:.*empty.db has no team, hero\\. No"
                + " migration makes that: write one \\(./covet migrate --new NAME\\).*")
        .hasMessageNotContaining("\n");
  }

  @Execution(value = ExecutionMode.SAME_THREAD, reason = "both write the line that is counted")
  @Test
  void aColumnOfAnotherTypeIsAWarningInDevelopmentAndStopsAStartInProduction() throws SQLException {
    try (var app = start(heroes("heroes.db"), Mode.DEVELOPMENT)) {
      call(app, Method.POST, "/teams/Avengers");
    }
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("heroes.db"));
        var statement = other.createStatement()) {
      statement.execute("ALTER TABLE hero DROP COLUMN secret_name");
      statement.execute("ALTER TABLE hero ADD COLUMN secret_name INTEGER");
    }

    try (var log = new LogLines("dev.covet.data.store.Tables");
        var app = start(heroes("heroes.db"), Mode.DEVELOPMENT)) {
      assertThat(call(app, Method.GET, "/teams")).isEqualTo("200 1");
      assertThat(log.messages())
          .filteredOn(line -> line.startsWith("column_differs"))
          .singleElement()
          .asString()
          .contains("hero.secret_name", "INTEGER", "TEXT", "ALTER TABLE hero DROP COLUMN");
    }
    assertThatThrownBy(() -> start(heroes("heroes.db"), Mode.PRODUCTION))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("has hero.secret_name as INTEGER, and its record asks for TEXT")
        .hasMessageContaining("No migration makes that: write one");
  }

  /** Its files lie in the folder of the app that is mounted there. */
  @Test
  void productionNamesTheMigrationsThatWereNotApplied() {
    var app = Covet.app().mount("/pending", heroes("heroes.db"));
    start(app, Mode.DEVELOPMENT).close();

    assertThatThrownBy(() -> start(app, Mode.PRODUCTION))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("lacks V1__first.sql, V2__second.sql. Run migrate before the start");
  }

  /** The database was open when its tables were looked at; its schema goes when it is closed. */
  @Test
  void aStartThatFailsClosesItsDatabase() throws SQLException {
    var url = PostgresServer.url().replace("test_", "failed_start_");
    var app = heroes("none.db").set("DATABASE_URL", url);

    assertThatThrownBy(() -> start(app, Mode.PRODUCTION)).hasMessageContaining("no team, hero");
    try (var driver = Databases.POSTGRESQL.open(DatabaseLimits.STANDARD, _ -> {});
        var there = SchemaFacts.of(driver.evolution().address())) {
      assertThat(there.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'failed_start%'"))
          .isEmpty();
    }
  }

  @Test
  void productionWithoutDatabaseStopsTheStartAndLeavesNothing() {
    assertThatThrownBy(() -> start(heroes("new/none.db"), Mode.PRODUCTION))
        .isInstanceOf(StartFailure.class)
        .hasMessageMatching(
            "The app cannot start: The database sqlite:.*none.db does not exist\\. Run"
                + " migrate before the start \\(java -jar app.jar migrate\\)\\.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsNoDatabaseStopsTheStartInOneLineThatSaysWhy() throws IOException {
    Files.createDirectory(folder.resolve("heroes.db"));
    for (var mode : List.of(Mode.DEVELOPMENT, Mode.PRODUCTION)) {
      assertThatThrownBy(() -> start(heroes("heroes.db"), mode))
          .isInstanceOf(StartFailure.class)
          .hasMessageMatching(
              "The app cannot start: The database sqlite:.*heroes.db cannot be opened: .*heroes.db"
                  + " exists and is not an SQLite database\\. Set DATABASE_URL to .*")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void wrongSettingsAreFaultsOfTheStart() {
    var app =
        heroes("heroes.db")
            .set("DATABASE_URL", "sqlite:")
            .set("SQLITE_SYNCHRONOUS", "off")
            .set("ACQUIRE_MILLIS_MAX", "0");

    assertThatThrownBy(() -> start(app, Mode.DEVELOPMENT))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("DATABASE_URL is not usable: say the path")
        .hasMessageContaining("SQLITE_SYNCHRONOUS must be one of FULL, NORMAL")
        .hasMessageContaining("ACQUIRE_MILLIS_MAX must be at least 1");
  }

  @Test
  void eachLimitIsTheOneOfItsName() {
    var limits =
        Map.of(
            "acquireMillisMax",
            1,
            "statementSecondsMax",
            2.5,
            "transactionSecondsMax",
            1.5,
            "resultRowsMax",
            3,
            "inValuesMax",
            4,
            "slowStatementMillis",
            5);

    assertThat(LimitSource.with(limits, DatabaseLimits::from))
        .isEqualTo(
            new DatabaseLimits(
                Duration.ofMillis(1), Duration.ofMillis(2_500), Duration.ofMillis(1_500), 3, 4, 5));
  }

  @Test
  void aTimeThatIsShorterThanAMillisecondIsOneAndNotNone() {
    var least = LimitSource.with(Map.of("statementSecondsMax", 0.0001), DatabaseLimits::from);

    assertThat(least.statementMax()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void everyLimitIsAWholeNumberInASetting() {
    var app = heroes("heroes.db").set("RESULT_ROWS_MAX", "0.5").set("IN_VALUES_MAX", "-1");

    assertThatThrownBy(() -> start(app, Mode.DEVELOPMENT))
        .hasMessageContaining("RESULT_ROWS_MAX must be a whole number")
        .hasMessageContaining("IN_VALUES_MAX must be at least 1");
  }

  @Test
  void passwordsInTheUrlAreNeverShown() {
    var app = Covet.app().install(Database.url("notebook:/nowhere/a.db?password=hunter2"));

    assertThatThrownBy(() -> start(app, Mode.PRODUCTION))
        .hasMessageContaining("The database notebook:/nowhere/a.db?password=*** does not exist.");
  }

  /** In memory and in a file: whose threads work is seen in the metrics of the app. */
  @ParameterizedTest
  @CsvSource({"TEST, 1", "DEVELOPMENT, 5"})
  void aDatabaseBorrowsAPoolOfItsApp(Mode mode, int connections) throws Exception {
    try (var app = start(heroes("heroes.db"), mode)) {
      OnVirtualThread.call(() -> call(app, Method.GET, "/teams"));

      var metrics = app.metrics();
      assertThat(metrics.value("database_connections_open", "database", "main"))
          .isEqualTo(connections);
      assertThat(
              metrics.value("pool_threads_idle", "pool", "sqlite")
                  + metrics.value("pool_threads_active", "pool", "sqlite"))
          .isPositive();
    }
  }

  @Test
  void twoRecordsOfOneTableStopTheStart() {
    var app = Covet.app().install(Database.memory().tables(TEAM, new Namesake()));

    assertThatThrownBy(() -> start(app, Mode.DEVELOPMENT))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "The app cannot start: golden.heroes.TeamTable and dev.covet.data.DatabaseTest$Namesake"
                + " are both the table TEAM. Name one otherwise: @Table(\"...\").");
  }

  /** Another table of teams, as a record in another package might have it. */
  private record Namesake() implements LikeTeams {
    @Override
    public String table() {
      return "TEAM";
    }
  }

  @Test
  void anAppWithoutDatabaseSaysWhatToInstall() {
    var app = Covet.app().add(HeroesIndex.Teams.class);

    assertThatThrownBy(() -> start(app, Mode.DEVELOPMENT))
        .hasMessageContaining("install Database.url(...)");
  }

  @Test
  void aRequestKnowsItsStatements() {
    try (var app =
        start(
            Covet.app().install(Database.memory().tables(TEAM)).add(HeroesIndex.Teams.class),
            Mode.TEST)) {
      var log = new StatementLog();
      call(app, request(Method.POST, "/teams/Avengers", log));

      assertThat(log.counts().keySet())
          .containsExactly("INSERT INTO team (name,headquarters) VALUES (?,?) RETURNING id");
    }
  }

  /** Details 28: what repeats in one request can be seen. */
  @Test
  void aStatementThatRanTwiceInARequestIsCountedTwiceAndSavepointsAreNoStatements() {
    try (var app = start(heroes("heroes.db"), Mode.TEST)) {
      var log = new StatementLog();
      call(app, request(Method.GET, "/again", log));
      assertThat(log.counts()).containsOnly(Map.entry("SELECT count(*) FROM team", 2));
      assertThat(log.count()).isEqualTo(2);

      var second = new StatementLog();
      call(app, request(Method.POST, "/twice/same", second));
      assertThat(second.counts().keySet()).allMatch(it -> it.startsWith("INSERT INTO team"));
    }
  }

  /** S4.db.echo. */
  @ParameterizedTest
  @CsvSource({"on, 2", "off, 0"})
  void statementsAreLoggedWithoutTheirValuesIfTheSettingSaysSo(String echo, int lines) {
    try (var log = new LogLines("dev.covet.sql");
        var app = start(heroes("echo.db").set("SQL_ECHO", echo), Mode.DEVELOPMENT)) {
      call(app, request(Method.POST, "/teams/Secret").withHeader("X-Request-Id", echo));
      call(app, request(Method.GET, "/teams").withHeader("X-Request-Id", echo));

      assertThat(log.messagesOf(echo))
          .isEqualTo(
              List.of(
                      "INSERT INTO team (name,headquarters) VALUES (?,?) RETURNING id",
                      "SELECT count(*) FROM team")
                  .subList(0, lines));
    }
  }

  @Test
  void aSecondWriteOfARequestThatStandsAloneIsWarnedOfButNotInProduction() {
    try (var log = new LogLines("dev.covet.data.OpenDatabase")) {
      try (var app = start(heroes("writes.db"), Mode.DEVELOPMENT)) {
        call(app, Method.POST, "/teams/one");
        call(app, Method.POST, "/twice/two");
        assertThat(log.messages()).isEmpty();
        call(app, Method.POST, "/both/three");
        assertThat(log.messages())
            .containsExactly(
                "second_write path=\"/both/three\" hint=\"if both writes should succeed or fail together, use"
                    + " db.tx(...)\"");
      }
      try (var app = start(heroes("writes.db"), Mode.PRODUCTION)) {
        call(app, Method.POST, "/both/four");
      }
      assertThat(log.messages()).hasSize(1);
    }
  }

  /** Beyond 6: what repeats with the rows is seen before it is slow. */
  @ParameterizedTest
  @CsvSource({"DEVELOPMENT, 2", "TEST, "})
  void inDevelopmentAResponseSaysHowManyStatementsItTook(Mode mode, @Nullable String count) {
    try (var app = start(heroes("count.db"), mode)) {
      var request = request(Method.GET, "/again");
      app.trust(request);

      assertThat(app.handle(request).header("X-Query-Count").orElse(null)).isEqualTo(count);
    }
  }

  private App heroes(String file) {
    var database = Database.url("sqlite:" + folder.resolve(file));
    return Covet.app().install(database).add(HeroesIndex.Teams.class);
  }

  private static RunningApp start(App app, Mode mode) {
    return app.start(StartOptions.of(mode));
  }

  private static String call(RunningApp app, Method method, String target) {
    return call(app, request(method, target));
  }

  private static Request request(Method method, String target) {
    return request(method, target, new StatementLog());
  }

  private static String call(RunningApp app, Request request) {
    app.trust(request);
    var response = app.handle(request);
    var body = response.content() instanceof Content.Bytes bytes ? bytes.array() : new byte[0];
    response.end(Ending.SENT);
    return response.status() + " " + new String(body, UTF_8);
  }

  private static Request request(Method method, String target, StatementLog log) {
    var head = RequestHead.of(method, target).build();
    var request = Request.of(head, RequestBody.of(new byte[0]));
    request.context().note(log);
    return request;
  }
}
