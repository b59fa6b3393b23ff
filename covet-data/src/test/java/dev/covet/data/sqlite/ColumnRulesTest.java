package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Extension;
import dev.covet.data.driver.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose records have other constraints now. */
class ColumnRulesTest {
  private static final String INSERT = "INSERT INTO hero (name, secret_name, age) VALUES ";

  @TempDir private Path folder;
  @AutoClose private SqliteLink link;

  @BeforeEach
  void aDatabaseIsThere() {
    link = SqliteFile.at(folder.resolve("a.db")).openWriter(_ -> {}, DatabaseLimits.STANDARD);
    Definitions.of(TEAM).forEach(link::run);
  }

  /** The table of heroes as an older record made it. */
  private void create(String now, String then) {
    for (var sql : Definitions.of(HERO)) link.run(sql.replace(now, then));
  }

  private List<Difference> differences() {
    return ColumnRules.of(link, HERO, link.types("hero").keySet()).differences();
  }

  private List<String> changed() {
    return extended().changed();
  }

  private Extension extended() {
    link.run("BEGIN IMMEDIATE");
    var extension = new Additions(link).to(List.of(HERO));
    link.run("COMMIT");
    assertThat(extension.refused()).isEmpty();
    return extension;
  }

  @Test
  void aTableOfTheRecordDiffersInNothing() {
    create("", "");
    var definition = link.definition("hero");

    assertThat(definition).isEqualTo(Definitions.kept(HERO));
    assertThat(differences()).isEmpty();
    assertThat(changed()).isEmpty();
    assertThat(link.definition("hero")).isEqualTo(definition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " CHECK (age <= 40)",
        " DEFAULT 7 CHECK (age <= 40.5)",
        " DEFAULT '--' CHECK (age <= 10000) CHECK (age < 41)",
        " CHECK (age IN ('it''s (', ',', 'CHECK ('))"
      })
  void aCheckThatTheRecordNoLongerHasIsGone(String old) {
    create(" CHECK (age <= 10000)", old);
    link.run(INSERT + "('a', 's', NULL)");
    assertThatThrownBy(() -> link.run(INSERT + "('b', 's', 41)")).isInstanceOf(Violation.class);

    assertThat(differences())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.column()).isEqualTo("hero.age");
          assertThat(it.there()).contains(old.substring(old.lastIndexOf("age"), old.length() - 1));
          assertThat(it.asked()).contains("age <= 10000");
        });
    assertThat(changed()).containsExactly("hero.age");

    link.run(INSERT + "('b', 's', 41)");
    assertThatThrownBy(() -> link.run(INSERT + "('c', 's', 10001)")).isInstanceOf(Violation.class);
    assertThat(link.texts("SELECT name FROM hero")).containsExactly("a", "b");
    assertThat(link.texts("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(differences()).isEmpty();
  }

  @Test
  void otherConnectionsSeeTheChangeAndTheNextOpeningToo() {
    create(" CHECK (age <= 10000)", " CHECK (age <= 40)");
    var file = SqliteFile.at(folder.resolve("a.db"));
    try (var other = file.openWriter(_ -> {}, DatabaseLimits.STANDARD)) {
      assertThatThrownBy(() -> other.run(INSERT + "('a', 's', 41)")).isInstanceOf(Violation.class);
      changed();
      other.run(INSERT + "('a', 's', 41)");
    }
    link.close();
    link = file.openWriter(_ -> {}, DatabaseLimits.STANDARD);
    link.run(INSERT + "('b', 's', 42)");
    assertThat(link.texts("SELECT age FROM hero")).containsExactly("41", "42");
  }

  @Test
  void aCheckThatTheRecordHasNowIsThere() {
    create(" CHECK (age <= 10000)", "");

    assertThat(differences()).as("it would refuse nothing that the record accepts").isEmpty();
    assertThat(changed()).containsExactly("hero.age");
    assertThat(changed()).as("again").isEmpty();

    assertThatThrownBy(() -> link.run(INSERT + "('c', 's', 10001)")).isInstanceOf(Violation.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " CHECK (age % 2 = 0)",
        " CONSTRAINT even CHECK (age <= 40)",
        " constraint \"my rule\" CHECK (age <= 40)",
        " CHECK (age IN (1, 2) OR length(name) IN (3))",
        " CHECK (age IN (1) AND name IN ('x'))"
      })
  void aCheckThatSomebodyWroteStays(String own) {
    create(" CHECK (age <= 10000)", " CHECK (age <= 10000)" + own);

    assertThat(changed()).isEmpty();
    assertThat(link.definition("hero")).contains(own);

    link.run("DROP TABLE hero");
    create(" CHECK (age <= 10000)", " CHECK (age <= 20000)" + own);
    assertThat(changed()).containsExactly("hero.age");
    assertThat(link.definition("hero")).contains(own).contains("age <= 10000");
  }

  @Test
  void aTableThatSomebodyWroteStays() {
    link.run("CREATE TABLE hero (id INTEGER PRIMARY KEY, age INT /* years */ CHECK (age < 9))");
    link.run("CREATE UNIQUE INDEX one ON hero (age, id)");

    assertThat(differences()).isEmpty();
  }

  /** SQLite adds no column to a table with a row that breaks one of its CHECKs. */
  @Test
  void aCheckThatARowBreaksIsLeftOut() {
    create(" CHECK (age <= 10000)", " CHECK (age <= 20000)");
    link.run(INSERT + "('old', 's', 15000)");
    link.run("DROP INDEX \"hero.team_id\"");
    link.run("ALTER TABLE hero DROP COLUMN team_id");

    var extension = extended();

    assertThat(extension.added()).containsExactly("hero.team_id");
    assertThat(link.definition("hero")).doesNotContain("age <=").contains("age >= 0");
    link.run("UPDATE hero SET age = 15001");
    assertThat(changed()).as("again, as long as there is such a row").isEmpty();
    link.run("UPDATE hero SET age = 1");
    assertThat(changed()).containsExactly("hero.age");
    assertThat(link.definition("hero")).contains("age <= 10000");
  }

  @Test
  void aColumnMayBeNullIfItsComponentMay() {
    create("age INTEGER", "age INTEGER NOT NULL");

    assertThat(differences())
        .singleElement()
        .extracting(Difference::advice)
        .isEqualTo("run: ALTER TABLE hero ALTER COLUMN age DROP NOT NULL");
    assertThat(changed()).containsExactly("hero.age");

    link.run(INSERT + "('a', 's', NULL)");
    assertThat(differences()).isEmpty();
  }

  @Test
  void anIndexOfMoreThanAColumnDoesNotMakeItUnique() {
    create("UNIQUE INDEX", "INDEX");
    link.run("CREATE UNIQUE INDEX more ON hero (name, lower(secret_name))");
    link.run("CREATE UNIQUE INDEX some ON hero (name) WHERE age > 1");

    assertThat(differences()).extracting(Difference::asked).containsExactly("UNIQUE");
  }

  @Test
  void columnsThatAreAddedInTheSameStepKeepTheirs() {
    create(" CHECK (age <= 10000)", " CHECK (age <= 40)");
    link.run("DROP INDEX \"hero.name\"");
    link.run("DROP INDEX \"hero.team_id\"");
    link.run("ALTER TABLE hero DROP COLUMN team_id");

    var extension = extended();

    assertThat(extension.added()).containsExactly("hero.team_id");
    assertThat(extension.changed()).containsExactly("hero.name", "hero.age");
    link.run(INSERT + "('b', 's', 41)");
    assertThat(link.columns("hero")).contains("age", "team_id");
    assertThat(differences()).isEmpty();
  }

  @Test
  void whatIsUniqueNowIsUniqueIfTheRowsAre() {
    create("UNIQUE INDEX", "INDEX");
    link.run(INSERT + "('a', 's', 1), ('a', 's', 2)");

    var extension = new Additions(link).to(List.of(HERO));

    assertThat(differences()).extracting(Difference::asked).containsExactly("UNIQUE");
    assertThat(extension.refused())
        .singleElement()
        .asString()
        .startsWith("Rows of the table hero have the same name, so that it cannot be @Unique.");
    var shows = extension.refused().getFirst();
    assertThat(link.texts(shows.substring(shows.indexOf("SELECT")))).containsExactly("a");

    link.run("UPDATE hero SET name = 'b' WHERE age = 2");
    assertThat(changed()).containsExactly("hero.name");
    assertThatThrownBy(() -> link.run(INSERT + "('b', 's', 3)")).isInstanceOf(Violation.class);
  }

  @Test
  void whatIsNoLongerUniqueMayBeThereTwice() {
    create("", "");
    link.run("CREATE UNIQUE INDEX \"hero.secret_name\" ON hero (secret_name)");

    assertThat(differences())
        .singleElement()
        .extracting(Difference::advice)
        .isEqualTo("run: DROP INDEX IF EXISTS \"hero.secret_name\"");
    assertThat(changed()).containsExactly("hero.secret_name");
    assertThatCode(() -> link.run(INSERT + "('a', 's', 1), ('b', 's', 2)"))
        .doesNotThrowAnyException();
  }
}
