package dev.covet.data;

import static dev.covet.data.Planned.id;
import static dev.covet.data.Planned.part;
import static dev.covet.data.Planned.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.migrate.MigrateCommand;
import dev.covet.data.type.SqlType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code java -jar app.jar migrate} does, as whoever runs it sees it. */
class MigrateTest {
  private static final Planned TEAM = table("team", id(), part("name", SqlType.TEXT));
  private static final Planned LARGER =
      table("team", id(), part("name", SqlType.TEXT), part("size", SqlType.INT).or("4"));
  private static final Planned SMALLER = table("team", id());

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsWrittenFromRecordsIsWhatTheyAskFor(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      var first = project.migrate(List.of(TEAM), "--new", "first");
      assertThat(first.out()).contains("Table team is made.", "V1__first.sql is written.");
      assertThat(project.migrate(List.of(TEAM), "--new", "again").out())
          .contains("nothing is written");
      assertThat(project.migrate(List.of(TEAM), "--dry-run").code()).isEqualTo(3);
      assertThat(project.driver().evolution().tables()).isEmpty();
      assertThat(project.migrate(List.of(TEAM)))
          .isEqualTo(new MigrateProject.Ran(0, "V1__first.sql is applied.", ""));
      assertThat(project.migrate(List.of(TEAM)))
          .isEqualTo(new MigrateProject.Ran(0, "Nothing is pending.", ""));
      project.run("INSERT INTO team (name) VALUES ('X-Force')");

      assertThat(project.migrate(List.of(LARGER), "--dry-run"))
          .satisfies(ran -> assertThat(ran.code()).isEqualTo(3))
          .satisfies(
              ran -> assertThat(ran.out()).contains("  Column team.size is added; rows have 4."));
      assertThat(project.migrate(List.of(LARGER)).err()).contains("The records ask for more");
      project.migrate(List.of(LARGER), "--new", "size-of-teams");
      assertThat(project.migrate(List.of(LARGER)).out())
          .isEqualTo("V2__size_of_teams.sql is applied.");
      assertThat(project.migrate(List.of(LARGER), "--dry-run"))
          .isEqualTo(new MigrateProject.Ran(0, "Nothing is pending.", ""));
      assertThat(project.rows("SELECT id, name, size FROM team")).containsExactly("1 X-Force 4");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatDestroysIsFlagged(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.migrate(List.of(TEAM), "--new", "first");
      var written = project.migrate(List.of(SMALLER), "--new", "smaller");
      assertThat(written.out())
          .contains("DESTRUCTIVE: Column team.name is dropped with its values.");
      project.file("V3__by_hand.sql", "UPDATE team SET id = 1;\nDELETE FROM team;\n");

      var dry = project.migrate(List.of(SMALLER), "--dry-run");
      assertThat(dry.code()).isEqualTo(3);
      assertThat(dry.out())
          .contains("-- V1__first.sql is pending\n", "ALTER TABLE team DROP COLUMN name;")
          .contains("V2__smaller.sql:3: DESTRUCTIVE: Column team.name is dropped")
          .contains("V3__by_hand.sql:2: DESTRUCTIVE: DELETE FROM team;");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void tablesWithoutAHistoryAreLeftAloneUntilSomebodySaysWhatTheyAre(Databases on)
      throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.driver().create(List.of(TEAM));
      project.migrate(List.of(TEAM), "--new", "first");
      project.migrate(List.of(LARGER), "--new", "size");

      assertThat(project.migrate(List.of(LARGER)))
          .isEqualTo(
              new MigrateProject.Ran(
                  1,
                  "",
                  "The database the-database has tables (team), but no history of migrations: they"
                      + " were made in development mode, or by hand. If they are what V1__first.sql"
                      + " makes, say so with migrate --baseline 1; with --baseline 0 if they are"
                      + " something else."));
      assertThat(project.migrate(List.of(LARGER), "--baseline", "7").err())
          .contains("has the version 7");
      assertThat(project.migrate(List.of(LARGER), "--baseline", "1").code()).isZero();
      assertThat(project.pending()).as("as a start sees it").containsExactly("V2__size.sql");
      assertThat(project.migrate(List.of(LARGER)).out()).isEqualTo("V2__size.sql is applied.");
      assertThat(project.migrate(List.of(LARGER), "--baseline", "1").err())
          .contains("has a history of migrations already");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void filesThatHaveNotMadeTheTablesDoNotCountAsApplied(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.driver().create(List.of(SMALLER));
      project.migrate(List.of(TEAM), "--new", "first");
      project.migrate(List.of(LARGER), "--new", "size");

      assertThat(project.migrate(List.of(LARGER), "--baseline", "2").err())
          .startsWith(
              "The database the-database has no team.name, team.size, which the files up to")
          .contains("version 2 make");
      assertThat(project.migrate(List.of(LARGER), "--baseline", "0").code()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDryRunSeesThatTheTablesAreNotWhatAllFilesMake(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.migrate(List.of(TEAM), "--new", "first");
      project.migrate(List.of(TEAM));
      project.run("ALTER TABLE team DROP COLUMN name");

      var dry = project.migrate(List.of(TEAM), "--dry-run");
      assertThat(dry.code()).isEqualTo(3);
      assertThat(dry.out()).startsWith("Nothing is pending.\nBut the tables are not what");
    }
  }

  /** As a start in development mode does. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aColumnThatIsThereBeforeItsMigrationIsToldAsWhatItIs(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.migrate(List.of(TEAM), "--new", "first");
      project.migrate(List.of(TEAM));
      project.driver().extend(List.of(LARGER));
      project.migrate(List.of(LARGER), "--new", "size");

      assertThat(project.migrate(List.of(LARGER)).err())
          .contains("V2__size.sql failed at line")
          .endsWith(
              "A start in development mode has made that here, or somebody by hand. Drop it in the"
                  + " database, then run migrate again; and use another database for development.");
      project.file("V2__size.sql", "CREATE TABLE team (id INTEGER);");
      assertThat(project.migrate(List.of(LARGER)).err()).contains("A start in development mode");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Databases.class, names = "POSTGRESQL")
  void whatIsThereAndHasNothingToDoWithMigrationsIsNoHindrance(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.run("CREATE VIEW one AS SELECT 1 AS number");
      project.migrate(List.of(TEAM), "--new", "first");
      assertThat(project.migrate(List.of(TEAM)).err())
          .startsWith("There is something in the database")
          .endsWith("say so with migrate --baseline 0.");
      assertThat(project.migrate(List.of(TEAM), "--baseline", "0").code()).isZero();
      assertThat(project.migrate(List.of(TEAM)))
          .isEqualTo(new MigrateProject.Ran(0, "V1__first.sql is applied.", ""));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFileThatFailsIsNamedWithItsLineAndLeavesNothing(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.migrate(List.of(TEAM), "--new", "first");
      project.file(
          "V2__wrong.sql",
          "INSERT INTO team (name) VALUES ('a');\n\nINSERT INTO tame VALUES (1);\n");

      var ran = project.migrate(List.of(TEAM));
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .startsWith("V2__wrong.sql failed at line 3: ")
          .contains("tame", "\n  INSERT INTO tame VALUES (1)\n", "run migrate again.")
          .doesNotContain("\tat ");
      assertThat(project.rows("SELECT name FROM team")).isEmpty();
      project.file("V2__wrong.sql", "INSERT INTO team (name) VALUES ('a');\n");
      assertThat(project.migrate(List.of(TEAM)).out()).isEqualTo("V2__wrong.sql is applied.");
    }
  }

  /** Editors and checkouts change these, and Flyway does not count them. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void endsOfLinesAndAByteOrderMarkMakeNoOtherFile(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__team.sql", "\uFEFFCREATE TABLE team\r\n(id INTEGER PRIMARY KEY);\r\n");
      project.migrate(List.of());
      assertThat(project.rows("SELECT version FROM flyway_schema_history")).containsExactly("1");
      assertThat(project.changed()).isEmpty();
      project.file("V1__team.sql", "CREATE TABLE team\n(id INTEGER PRIMARY KEY);");
      assertThat(project.changed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFileThatWasAppliedIsNeverAnotherOne(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.migrate(List.of(TEAM), "--new", "first");
      project.migrate(List.of(TEAM));
      assertThat(project.changed()).as("as a start sees it").isEmpty();
      project.file("V1__first.sql", "CREATE TABLE other (id INTEGER);");
      var said =
          "V1__first.sql was changed after it was applied. Undo that, and write the change as the"
              + " next migration.";
      assertThat(project.migrate(List.of(TEAM)).err()).isEqualTo(said);
      assertThat(project.changed()).containsExactly(said);
      Files.delete(project.migrations().resolve("V1__first.sql"));
      assertThat(project.migrate(List.of(TEAM)).err()).contains("There are no migrations");
    }
  }

  /** As a further database of an app whose tables nobody changes by files. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDatabaseThatNeedsNoMigrationsHasNonePending(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      assertThat(project.migrate(List.of()).out()).isEqualTo("Nothing is pending.");
      var dry = project.migrate(List.of(), "--dry-run");
      assertThat(dry.out()).isEqualTo("Nothing is pending.");
      assertThat(dry.code()).isZero();
      assertThat(project.migrate(List.of(TEAM)).err()).contains("There are no migrations");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFileThatIsOlderThanOneThatWasAppliedIsNotRun(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V2__second.sql", "CREATE TABLE other (id INTEGER);");
      project.migrate(List.of());
      project.file("V1__first.sql", "CREATE TABLE another (id INTEGER);");
      assertThat(project.migrate(List.of()).err())
          .isEqualTo("V1__first.sql is older than one that was applied. Give it the next version.");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void rowsThatReferToNothingAreNotLeftBehind(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file(
          "V1__first.sql",
          """
          CREATE TABLE team (id INTEGER NOT NULL PRIMARY KEY);
          CREATE TABLE hero (id INTEGER NOT NULL PRIMARY KEY, team_id INTEGER REFERENCES team (id));
          INSERT INTO team VALUES (1);
          INSERT INTO hero VALUES (1, 1);
          """);
      project.file("V2__second.sql", "DELETE FROM team;");

      var ran = project.migrate(List.of());
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).startsWith("V2__second.sql ").contains("hero");
      assertThat(project.rows("SELECT id FROM team")).containsExactly("1");
    }
  }

  /** Flyway runs a file with this statement without a transaction. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFileThatSwitchesReferencesOffIsRefused(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__first.sql", "PRAGMA foreign_keys = OFF;\nCREATE TABLE team (id INTEGER);");
      assertThat(project.migrate(List.of()).err())
          .startsWith("V1__first.sql sets PRAGMA foreign_keys at line 1. Leave that out");
      assertThat(project.driver().evolution().tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Databases.class, names = "POSTGRESQL")
  void aFileThatNoTransactionTakesSaysWhatItLeft(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__first.sql", "CREATE TABLE team (id INTEGER);");
      project.file("V2__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY mine ON team (id);");
      project.migrate(List.of(), "--dry-run");
      project.run("CREATE TABLE other (id INTEGER)", "DROP TABLE other");
      project.file("V3__wrong.sql", "CREATE INDEX CONCURRENTLY wrong ON team (no_column);");
      assertThat(project.migrate(List.of()).err())
          .contains(
              "V3__wrong.sql failed at line 1", "A transaction does not take all of this file");
      assertThat(project.migrate(List.of()).err())
          .startsWith("V3__wrong.sql failed half-way")
          .endsWith("DELETE FROM flyway_schema_history WHERE version = '3'");
    }
  }

  /** One run of two files, or two of one each, must come to the same. */
  @ParameterizedTest
  @EnumSource(value = Databases.class, names = "POSTGRESQL")
  void whatAFileSetsIsOverWithIt(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file(
          "V1__a.sql", "SET TIME ZONE 'Asia/Tokyo'; SET session_replication_role = replica;");
      project.file(
          "V2__b.sql",
          "CREATE TABLE p (id int PRIMARY KEY, z text DEFAULT current_setting('TimeZone'));"
              + "INSERT INTO p VALUES (1); CREATE TABLE c (id int REFERENCES p);"
              + "INSERT INTO c VALUES (7);");

      assertThat(project.migrate(List.of()).err())
          .contains("V2__b.sql failed at line 1", "foreign key");
      project.file("V2__b.sql", "CREATE TABLE p AS SELECT current_setting('TimeZone') AS zone");
      assertThat(project.migrate(List.of()).out()).isEqualTo("V2__b.sql is applied.");
      assertThat(project.rows("SELECT count(*) FROM p WHERE zone = 'Asia/Tokyo'"))
          .containsExactly("0");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Databases.class, names = "POSTGRESQL")
  void aFileThatFailsAtNoStatementIsNamedWithItsReason(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file(
          "V1__a.sql",
          "CREATE TABLE p (id int PRIMARY KEY);"
              + "CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED);"
              + "INSERT INTO c VALUES (7);");
      assertThat(project.migrate(List.of()).err())
          .contains(
              "V1__a.sql failed at its end: ", "violates foreign key", "Nothing of this file");

      project.file("V1__a.sql", "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (id);");
      assertThat(project.migrate(List.of()).err())
          .startsWith("V1__a.sql: a transaction takes what is in it but for one: line 2")
          .endsWith("Put that into a file of its own.");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Databases.class, names = "POSTGRESQL")
  void aViewInTheWayIsNamed(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.migrate(List.of(TEAM), "--new", "first");
      project.file("V2__view.sql", "CREATE VIEW names AS SELECT name FROM team;");

      assertThat(project.migrate(List.of(SMALLER), "--new", "smaller").err())
          .contains("view names depends on column name", "Write this one by hand.");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void severalThatMigrateAtTheSameTimeRunEachFileOnce(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder);
        var threads = Executors.newFixedThreadPool(3)) {
      project.file("V1__first.sql", "CREATE TABLE team (id INTEGER NOT NULL PRIMARY KEY);");
      project.file("V2__second.sql", "INSERT INTO team VALUES (1);");
      Callable<MigrateProject.Ran> migrate = () -> project.migrate(List.of());
      var ran = new ArrayList<MigrateProject.Ran>();
      for (var each : threads.invokeAll(List.of(migrate, migrate, migrate))) ran.add(each.get());

      assertThat(ran).allMatch(each -> each.code() == 0);
      assertThat(project.rows("SELECT id FROM team")).containsExactly("1");
      assertThat(project.driver().evolution().applied().orElseThrow()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aCommandLineThatMakesNoSenseIsHelped(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      var name = "--new needs a name of 1 to 80 letters, digits, _ and -";
      var said =
          Map.of(
              List.of("--new"), name + ".",
              List.of("--new", "a b"), name + ", and has \"a b\".",
              List.of("now"), "\"now\" is nothing that migrate takes.",
              List.of("--dry-run", "now"), "--dry-run takes no value, and has \"now\".",
              List.of("--baseline"), "--baseline needs a version, such as 1 or 2.1.",
              List.of("--dry-run", "--baseline=1"), "--baseline and --dry-run do not go together.");
      for (var wrong : said.entrySet()) {
        assertThat(project.migrate(List.of(TEAM), wrong.getKey().toArray(String[]::new)))
            .isEqualTo(
                new MigrateProject.Ran(2, "", wrong.getValue() + "\n\n" + MigrateCommand.HELP));
      }
    }
  }
}
