package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.postgres.PostgresServer;
import dev.covet.data.sqlite.SqliteFile;
import golden.heroes.HeroesIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database is opened by the scheme of its URL, whichever jar brings what opens it. */
class OpenersTest {
  @TempDir private Path folder;

  @Test
  void aSchemeOfAnotherJarIsOpenedByWhatThatJarBrings() {
    var file = folder.resolve("a.db");

    start(app("notebook:" + file), Mode.DEVELOPMENT);

    assertThat(rows(file)).isZero();
  }

  @Test
  void testsChooseTheirDatabaseByAUrl() {
    var file = folder.resolve("tests.db");

    start(app("sqlite:other.db").set("TEST_DATABASE_URL", "notebook:" + file), Mode.TEST);

    assertThat(rows(file)).isZero();
    assertThat(Path.of("other.db")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mysql:heroes     | DATABASE_URL begins with "mysql:", and no such database can be opened here. Known: notebook (notebook:a.db), postgresql (postgresql://user@host/heroes), sqlite (sqlite:heroes.db).
          MySQL://u:pw@h/d | DATABASE_URL begins with "mysql:", and no such database can be opened here. Known: notebook (notebook:a.db), postgresql (postgresql://user@host/heroes), sqlite (sqlite:heroes.db).
          jdbc:sqlite:a.db | DATABASE_URL begins with "jdbc:", and no such database can be opened here. Known: notebook (notebook:a.db), postgresql (postgresql://user@host/heroes), sqlite (sqlite:heroes.db). Leave out "jdbc:".
          heroes.db        | DATABASE_URL begins with no scheme, and no such database can be opened here. Known: notebook (notebook:a.db), postgresql (postgresql://user@host/heroes), sqlite (sqlite:heroes.db).
          C:\\heroes.db    | DATABASE_URL begins with no scheme, and no such database can be opened here. Known: notebook (notebook:a.db), postgresql (postgresql://user@host/heroes), sqlite (sqlite:heroes.db).
          postgresql:heroes | DATABASE_URL is not usable: write two slashes behind the colon. It looks like postgresql://user:password@host:5432/database.
          postgres:///heroes | DATABASE_URL is not usable: the host is missing. It looks like postgresql://user:password@host:5432/database.
          postgresql://u:p#w@h/d | DATABASE_URL is not usable: write %23 for a # in the password. It looks like postgresql://user:password@host:5432/database.
          postgresql://u:p%w@h/d | DATABASE_URL is not usable: characters other than letters and digits are written as %xx in the password. It looks like postgresql://user:password@host:5432/database.
          postgresql://a,b:x/d | DATABASE_URL is not usable: "b:x" is not a host with a port. It looks like postgresql://user:password@host:5432/database.
          postgresql://h/d?ssl=1 | DATABASE_URL is not usable: "ssl" is not a parameter; there are sslmode, sslrootcert, application_name, schema, target_session_attrs. It looks like postgresql://user:password@host:5432/database.
          postgresql://h/d?sslmode=x | DATABASE_URL is not usable: sslmode is one of disable, prefer, require, verify-ca, verify-full. It looks like postgresql://user:password@host:5432/database.
          postgresql://h/d?target_session_attrs=x | DATABASE_URL is not usable: target_session_attrs is one of any, read-write, read-only, primary, standby, prefer-standby. It looks like postgresql://user:password@host:5432/database.
          postgresql://h/d?schema=a;b | DATABASE_URL is not usable: schema is a name of small letters, digits and underscores. It looks like postgresql://user:password@host:5432/database.
          sqlite:          | DATABASE_URL is not usable: say the path of a file behind sqlite:.
          sqlite:a.db?x=1  | DATABASE_URL is not usable: a path of SQLite takes no parameters; leave out the ?.
          sqlite:///a.db   | DATABASE_URL is not usable: write sqlite:heroes.db for a file in the working folder, and sqlite:/data/heroes.db for one elsewhere, without //.
          """)
  void aUrlThatNothingOpensIsOneLineThatSaysWhatWould(String url, String line) {
    assertThatThrownBy(() -> start(app(url), Mode.DEVELOPMENT))
        .isInstanceOf(StartFailure.class)
        .hasMessage("The app cannot start: " + line);
  }

  /** It has to be of the same kind, and SQLite has none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sqlite::memory:  | sqlite:b.db       | DATABASE_REPLICA_URL is not usable: a database of this kind has no replica; leave it out.
          postgresql://h/d | sqlite:b.db       | DATABASE_REPLICA_URL is not usable: it is to be a URL of PostgreSQL, as that of its primary.
          postgresql://h/d | mysql:x           | DATABASE_REPLICA_URL begins with "mysql:", and no such database can be opened here. Known: notebook (notebook:a.db), postgresql (postgresql://user@host/heroes), sqlite (sqlite:heroes.db).
          postgresql://h/d | postgresql://h:/d | DATABASE_REPLICA_URL is not usable: "h:" is not a host with a port. It looks like postgresql://user:password@host:5432/database.
          """)
  void aReplicaThatCannotBeOneIsOneLine(String url, String replica, String line) {
    var inCode = Covet.app().install(Database.url(url).replica(replica).tables(TEAM));

    for (var app : List.of(inCode, app(url).set("DATABASE_REPLICA_URL", replica))) {
      assertThatThrownBy(() -> start(app, Mode.DEVELOPMENT))
          .isInstanceOf(StartFailure.class)
          .hasMessage("The app cannot start: " + line);
    }
    start(app("sqlite:other.db").set("DATABASE_REPLICA_URL", replica), Mode.TEST);
  }

  @ParameterizedTest
  @CsvSource({
    "TASKS_DATABASE_URL, mysql:x, TASKS_DATABASE_URL begins with",
    "TASKS_DATABASE_URL, sqlite:, TASKS_DATABASE_URL is not usable",
    "TASKS_DATABASE_URL, sqlite:/nowhere/x.db, Set TASKS_DATABASE_URL to one that can.",
    "OTHER_DATABASE_URL, sqlite:, TASKS_DATABASE_URL begins with no scheme",
  })
  void aMountedAppNamesTheSettingThatIsItsOwn(String setting, String url, String says) {
    var app = Covet.app().mount("/tasks", app("none")).set(setting, url);

    assertThatThrownBy(() -> start(app, Mode.DEVELOPMENT)).hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "mysql:x, TEST_DATABASE_URL begins with",
    "sqlite:, TEST_DATABASE_URL is not usable",
    "sqlite:/nowhere/x.db, Set TEST_DATABASE_URL to one that can.",
  })
  void aTestNamesTheSettingOfTests(String url, String says) {
    var app = app("sqlite:other.db").set("TEST_DATABASE_URL", url);

    assertThatThrownBy(() -> start(app, Mode.TEST))
        .hasMessageContaining(says)
        .hasMessageNotContaining(" DATABASE_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "PORT/shopp, \"shopp\" does not exist. Make it",
    "1/shop, See whether the server runs there",
    "PORT/postgres?sslmode=require, the server has no TLS",
  })
  void aServerThatCannotBeUsedIsToldWithWhatHelps(String place, String says) {
    var port = PostgresServer.url().replaceFirst(".*:([0-9]+)/.*", "$1");
    var url = "postgresql://postgres@127.0.0.1:" + place.replace("PORT", port);

    assertThatThrownBy(() -> start(app(url), Mode.DEVELOPMENT))
        .hasMessageContaining(says)
        .hasMessageNotContaining("to one that can");
  }

  @Test
  void aFolderOutsideOfTheWorkingFolderIsNeverMade() {
    var missing = folder.resolve("nowhere");

    assertThatThrownBy(() -> start(app("sqlite:" + missing.resolve("x.db")), Mode.DEVELOPMENT))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "The app cannot start: The database sqlite:%s cannot be opened: the folder %s does not"
                + " exist; create it first. Set DATABASE_URL to one that can.",
            missing.resolve("x.db"), missing);
    assertThat(missing).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.db", "new/deep/x.db", "./new/x.db"})
  void aFolderInTheWorkingFolderIsMade(String name) throws Exception {
    var inside = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "opened");
    var relative = Path.of("").toAbsolutePath().relativize(inside).resolve(name);

    start(app("sqlite:" + relative), Mode.DEVELOPMENT);

    assertThat(inside.resolve(name)).exists();
  }

  private static App app(String url) {
    return Covet.app().install(Database.url(url).tables(TEAM)).add(HeroesIndex.Teams.class);
  }

  private static long rows(Path file) {
    try (var driver = SqliteFile.at(file).open(DatabaseLimits.STANDARD, _ -> {})) {
      return new Session(driver).from(TEAM).count();
    }
  }

  private static void start(App app, Mode mode) {
    app.start(StartOptions.of(mode)).close();
  }
}
