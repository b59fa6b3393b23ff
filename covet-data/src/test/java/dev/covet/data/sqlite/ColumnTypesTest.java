package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Columns whose components are of another type now, and that the SQL which is proposed can be run.
 */
class ColumnTypesTest {
  @TempDir private Path folder;
  @AutoClose private SqliteLink link;

  @BeforeEach
  void aDatabaseIsThere() {
    link = SqliteFile.at(folder.resolve("a.db")).openWriter(_ -> {}, DatabaseLimits.STANDARD);
  }

  private List<Difference> others() {
    return new ColumnTypes(link).others(HERO, link.types("hero")).toList();
  }

  @Test
  void aTableThatWasMadeOfItsRecordIsAsItIsAskedFor() {
    Definitions.of(TEAM).forEach(link::run);
    Definitions.of(HERO).forEach(link::run);

    assertThat(others()).isEmpty();
  }

  @Test
  void anotherTypeIsNamedAndMadeByTheAdvice() {
    link.run(
        "CREATE TABLE hero (id INTEGER PRIMARY KEY, name TEXT NOT NULL, secret_name INTEGER NOT NULL"
            + " CHECK (secret_name > 0), Age TEXT, team_id INTEGER) STRICT");
    link.run("CREATE INDEX \"hero.age\" ON hero (age)");
    link.run("INSERT INTO hero (name, secret_name, age) VALUES ('a', 7, '8')");

    var others = others();

    assertThat(others)
        .extracting(Difference::column, Difference::there, Difference::asked)
        .containsExactly(
            tuple("hero.secret_name", "INTEGER", "TEXT"), tuple("hero.age", "TEXT", "INTEGER"));
    for (var other : others) {
      assertThat(other.advice()).startsWith("let the component ");
      for (var sql : other.advice().substring(other.advice().indexOf(": ") + 2).split("; ", -1)) {
        link.run(sql);
      }
    }
    assertThat(others()).isEmpty();
    assertThat(link.texts("SELECT typeof(secret_name) || typeof(age) FROM hero"))
        .containsExactly("textinteger");
  }

  @Test
  void aKeyIsNotMadeAnew() {
    link.run("CREATE TABLE hero (id TEXT PRIMARY KEY, name TEXT)");

    assertThat(others())
        .singleElement()
        .extracting(Difference::advice)
        .asString()
        .startsWith("let the component id be what it was, or make the table anew")
        .doesNotContain("DROP");
  }

  @ParameterizedTest
  @CsvSource({
    "VARCHAR(80), true",
    "nchar(9), true",
    "'', true",
    "BLOB, true",
    "NUMERIC, false",
    "DATETIME, false",
    "BIGINT, false",
    "DOUBLE, false"
  })
  void namesOfTypesMeanWhatSqliteMakesOfThem(String declared, boolean holdsText) {
    link.run("CREATE TABLE hero (id INTEGER PRIMARY KEY, name %s)".formatted(declared));

    assertThat(others().isEmpty()).isEqualTo(holdsText);
  }

  @ParameterizedTest
  @CsvSource({"BIGINT, true", "BOOLEAN, true", "DECIMAL(9), true", "REAL, false", "CLOB, false"})
  void aColumnOfNumbersKeepsThem(String declared, boolean holdsNumbers) {
    link.run("CREATE TABLE hero (id INTEGER PRIMARY KEY, age %s)".formatted(declared));

    assertThat(others().isEmpty()).isEqualTo(holdsNumbers);
  }
}
