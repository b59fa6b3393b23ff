package dev.covet.data;

import static dev.covet.data.Planned.id;
import static dev.covet.data.Planned.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.data.store.Tables;
import dev.covet.data.type.SqlType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What files of migrations may have in them, and what they may be called. */
class MigrationFilesTest {
  private static final String SQLITE =
      """
      CREATE TABLE hero (id INTEGER PRIMARY KEY, [end] TEXT, `commit;` TEXT);
      CREATE TRIGGER raised AFTER INSERT ON hero WHEN new.id > 0 BEGIN
        UPDATE team SET "commit;" = CASE WHEN id = 1 THEN 'a' ELSE 'b' END;
        INSERT INTO team (id) VALUES (new.id);
      END;
      CREATE TABLE event (id INTEGER PRIMARY KEY, begin INTEGER, end INTEGER);
      CREATE TRIGGER past AFTER INSERT ON event BEGIN
        UPDATE event SET end = 5 WHERE begin < new.id;
      END;
      INSERT INTO hero (id) VALUES (10);
      """;

  private static final String POSTGRESQL =
      """
      CREATE TEMPORARY TABLE gone (id INTEGER) ON COMMIT DROP;
      CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$
      BEGIN
        RETURN 3;
      END;
      $$;
      DO $body$ BEGIN INSERT INTO team (id) VALUES (one()); END; $body$;
      CREATE OR REPLACE PROCEDURE more() BEGIN ATOMIC
        INSERT INTO team (id) VALUES (4);
        SELECT CASE WHEN 1 = 1 THEN 2 END;
      END;
      CALL more();
      PREPARE ten AS SELECT 10;
      INSERT INTO team (id, "commit;") VALUES (10, E'it\\'s; COMMIT; ');
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFileThatEndsItsTransactionIsRefusedBeforeAnythingRuns(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__first.sql", "CREATE TABLE team (id INTEGER);");
      for (var statement :
          List.of(
              "BEGIN",
              "begin immediate",
              "COMMIT",
              "Commit and chain",
              "END",
              "ROLLBACK",
              "ABORT",
              "/* now */ START /* it */ TRANSACTION",
              "PREPARE TRANSACTION 'mine'")) {
        project.file(
            "V2__second.sql",
            "-- one\nCREATE TABLE hero (id INTEGER);\n%s;\nSELECT 1;\n".formatted(statement));
        var word = statement.replaceAll("/\\*.*?\\*/ ", "").split(" ", -1);
        var begins = statement.contains("TRANSACTION") ? word[0] + " TRANSACTION" : word[0];

        var ran = project.migrate(List.of());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
            .startsWith(
                "V2__second.sql has %s at line 3. Leave"
                    .formatted(begins.toUpperCase(Locale.ROOT)));
        assertThat(project.migrate(List.of(), "--dry-run").err()).isEqualTo(ran.err());
        assertThat(project.driver().evolution().tables()).isEmpty();
      }
    }
  }

  /** SQLite takes begin and end as names of columns. */
  @Test
  void aBodyWithNamesThatLookLikeItsEndHidesNothing() throws Exception {
    try (var project = MigrateProject.of(Databases.SQLITE, folder)) {
      project.file(
          "V1__first.sql",
          """
          CREATE TABLE event (id INTEGER PRIMARY KEY, function TEXT, begin INTEGER);
          CREATE TRIGGER past AFTER INSERT ON event BEGIN DELETE FROM event WHERE begin < 5; END;
          COMMIT;
          """);

      assertThat(project.migrate(List.of()).err())
          .startsWith("V1__first.sql has COMMIT at line 3.");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void wordsOfTransactionsThatEndNoneAreRun(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file(
          "V1__first.sql",
          """
          -- COMMIT;
          /* ; ROLLBACK;
             'COMMIT */
          CREATE TABLE team (id INTEGER PRIMARY KEY, "commit;" TEXT DEFAULT '; COMMIT; it''s ;');
          INSERT INTO team (id) SELECT CASE WHEN 1 = 1 THEN 1 ELSE 2 END;
          SAVEPOINT mine;
          INSERT INTO team (id) VALUES (2);
          ROLLBACK TO SAVEPOINT mine;
          RELEASE SAVEPOINT mine;
          """);
      project.file("V2__second.sql", on == Databases.SQLITE ? SQLITE : POSTGRESQL);

      assertThat(project.migrate(List.of()))
          .isEqualTo(
              new MigrateProject.Ran(
                  0, "V1__first.sql is applied.\nV2__second.sql is applied.", ""));
      assertThat(project.rows("SELECT id FROM team ORDER BY id"))
          .containsExactlyElementsOf(
              on == Databases.SQLITE ? List.of("1", "10") : List.of("1", "3", "4", "10"));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFileThatWouldBeLeftOutIsNamed(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__first.sql", "CREATE TABLE team (id INTEGER);");
      project.file("notes.txt", "of no concern");
      for (var name :
          List.of("v5__x.sql", "V5_x.sql", "V5__x.SQL", "5__x.sql", "B5__x.sql", "R__x.sql")) {
        project.file(name, "SELECT 1;");
        var says =
            name.startsWith("R__")
                ? " would be run whenever it changes, which migrate does not do. "
                : " is not named as a migration is, so it would not be run. ";
        for (var arguments :
            List.of(
                new String[0],
                new String[] {"--dry-run"},
                new String[] {"--new", "x"},
                new String[] {"--baseline", "1"})) {
          assertThat(project.migrate(List.of(), arguments))
              .isEqualTo(
                  new MigrateProject.Ran(
                      1,
                      "",
                      name
                          + says
                          + "Name it V, its version, two underscores and words:"
                          + " V2__add_rank.sql."));
        }
        Files.delete(project.migrations().resolve(name));
      }
      assertThat(project.migrate(List.of()).code()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void filesOfOneVersionAndFilesThatAreNotUtf8AreNamed(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__first.sql", "SELECT 1;");
      project.file("V1_0__other.sql", "SELECT 1;");
      assertThat(project.migrate(List.of()).err())
          .isIn(
              "V1__first.sql and V1_0__other.sql have the same version. Give one of them the next.",
              "V1_0__other.sql and V1__first.sql have the same version. Give one of them the next.");
      assertThat(project.migrate(List.of(), "--new", "x").err()).contains("the same version");

      var latin = "-- größer\nSELECT 1;".getBytes(StandardCharsets.ISO_8859_1);
      Files.write(project.migrations().resolve("V1_0__other.sql"), latin);
      Files.move(
          project.migrations().resolve("V1_0__other.sql"),
          project.migrations().resolve("V2__latin.sql"));
      for (var arguments :
          List.of(new String[0], new String[] {"--dry-run"}, new String[] {"--new", "x"})) {
        assertThat(project.migrate(List.of(), arguments))
            .isEqualTo(
                new MigrateProject.Ran(1, "", "V2__latin.sql is not UTF-8. Store it as that."));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void recordsWithoutAnyFileAreFoundByADryRun(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      var ran = project.migrate(List.of(table("team", id())), "--dry-run");

      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.out())
          .endsWith(
              "The records ask for what no migration makes; migrate --new NAME writes it:\n"
                  + "  Table team is made.");
      assertThat(project.driver().evolution().tables()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theNewestFileThatIsGoneIsTold(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.file("V1__first.sql", "CREATE TABLE team (id INTEGER);");
      project.file("V2_1__second.sql", "CREATE TABLE hero (id INTEGER);");
      assertThat(project.migrate(List.of()).err()).isEmpty();
      Files.delete(project.migrations().resolve("V2_1__second.sql"));

      for (var arguments : List.of(new String[0], new String[] {"--dry-run"})) {
        assertThat(project.migrate(List.of(), arguments))
            .isEqualTo(
                new MigrateProject.Ran(
                    0,
                    "Nothing is pending.",
                    "The database the-database has had version 2.1, whose file this program does"
                        + " not have: it is an older one, or the file is gone."));
      }
    }
  }

  private static Tables tables(Mode mode, Planned... planned) {
    var config = Config.of(mode, new StartFaults(), Source.code(Map.of()));
    var address = config.setting("PENDING_DATABASE_URL").orElse("sqlite:x.db");
    return new Tables(List.of(planned), mode, address, "");
  }

  /** The program has two files; that of version 1 was another one when it was applied. */
  private static void had(MigrateProject project, int checksum) throws SQLException {
    project.run(
        "CREATE TABLE flyway_schema_history (installed_rank INT, version TEXT, type TEXT, script"
            + " TEXT, checksum INT, success BOOLEAN)",
        "INSERT INTO flyway_schema_history VALUES (1, '1', 'SQL', 'V1__first.sql', %s, true)"
            .formatted(checksum),
        "INSERT INTO flyway_schema_history VALUES (2, '2', 'SQL', 'V2__second.sql', NULL, true)");
  }

  private static int checksumOfFirst() throws IOException {
    var sum = new CRC32();
    for (var line :
        Files.readAllLines(Path.of("src/test/resources/migrations/pending/sqlite/V1__first.sql"))) {
      sum.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return (int) sum.getValue();
  }

  @Test
  void aStartInProductionRefusesAFileThatWasChangedAfterItWasApplied() throws Exception {
    try (var project = MigrateProject.of(Databases.SQLITE, folder)) {
      had(project, 1);
      var tables = tables(Mode.PRODUCTION, table("team", id()));

      assertThatThrownBy(() -> tables.prepare(project.driver()))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("V1__first.sql was changed after it was applied. Undo that");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aStartInProductionDoesNotAdviseToRunFilesThatAreNotThere(Databases on) throws Exception {
    try (var project = MigrateProject.of(on, folder)) {
      project.driver().create(List.of(table("team", id())));
      had(project, on == Databases.SQLITE ? checksumOfFirst() : 1);
      var name = Planned.part("name", SqlType.TEXT).nullable();
      var tables = tables(Mode.PRODUCTION, table("team", id(), name));

      assertThatThrownBy(() -> tables.prepare(project.driver()))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("has no team.name. No migration makes that: write one")
          .hasMessageNotContaining("before the start");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aStartInDevelopmentThatChangesAMigratedDatabaseWarns(Databases on) throws Exception {
    var crew = "crew_" + on.name().toLowerCase(Locale.ROOT); // the other one runs meanwhile
    var name = Planned.part("name", SqlType.TEXT).nullable();
    try (var project = MigrateProject.of(on, folder);
        var log = new LogLines("dev.covet.data.store.Tables")) {
      project.driver().create(List.of(table(crew, id())));
      tables(Mode.DEVELOPMENT, table(crew, id(), name)).prepare(project.driver());
      assertThat(warnings(log, crew)).as("no history").isEmpty();

      had(project, 1);
      tables(Mode.DEVELOPMENT, table(crew, id(), name)).prepare(project.driver());
      assertThat(warnings(log, crew)).as("nothing to change").isEmpty();
      var age = Planned.part("age", SqlType.INT).nullable();
      tables(Mode.DEVELOPMENT, table(crew, id(), name, age)).prepare(project.driver());
      assertThat(warnings(log, crew))
          .singleElement()
          .asString()
          .contains("made=\"" + crew + ".age\"", "develop on another database");
    }
  }

  private static List<String> warnings(LogLines log, String table) {
    return log.messages().stream()
        .filter(line -> line.startsWith("migrated_database_changed") && line.contains(table))
        .toList();
  }
}
