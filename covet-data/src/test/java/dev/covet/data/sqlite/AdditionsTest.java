package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Changes.Shape;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.schema.ObjectSchema;
import golden.heroes.Hero;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is added to tables that are there, and that the SQL which is proposed else can be run. */
class AdditionsTest {
  @TempDir private Path folder;
  @AutoClose private SqliteLink link;

  /** The table of heroes with fewer columns. */
  private record Fewer(Set<String> without) implements Mapping<Hero, Long> {
    @Override
    public String table() {
      return HERO.table();
    }

    @Override
    public String entity() {
      return HERO.entity();
    }

    @Override
    public Shape<Hero> shape() {
      return HERO.shape();
    }

    @Override
    public ObjectSchema schema() {
      return HERO.schema();
    }

    @Override
    public List<Column<Hero, ?>> columns() {
      return HERO.columns().stream()
          .filter(column -> !without.contains(column.spec().column()))
          .toList();
    }

    @Override
    public Column<Hero, Long> key() {
      return HERO.key();
    }
  }

  @BeforeEach
  void aDatabaseIsThere() {
    link = SqliteFile.at(folder.resolve("a.db")).openWriter(_ -> {}, DatabaseLimits.STANDARD);
    Definitions.of(TEAM).forEach(link::run);
  }

  @Test
  void aKeyOfOtherColumnsIsRefused() {
    link.run(
        "CREATE TABLE hero (id INTEGER NOT NULL, name TEXT PRIMARY KEY, secret_name TEXT NOT NULL,"
            + " age INTEGER, team_id INTEGER)");

    assertThat(refused(HERO))
        .singleElement()
        .asString()
        .startsWith("The table hero has PRIMARY KEY (name), and its record PRIMARY KEY (id).");
  }

  private void create(Mapping<?, ?> table) {
    Definitions.of(table).forEach(link::run);
  }

  private List<String> refused(Mapping<?, ?> table) {
    return new Additions(link).to(List.of(table)).refused();
  }

  /** Runs what the refusals propose, with this value for what a person decides. */
  private void runAdvice(List<String> refused, String value) {
    refused.stream()
        .flatMap(each ->
            Stream.of(
                each.substring(each.lastIndexOf("then save any file: ")).substring(20).split("; ")))
        .map(sql -> sql.replace("...", sql.startsWith("UPDATE") ? value + " || id" : value))
        .forEach(link::run);
  }

  @Test
  void nothingIsAddedWhereAnythingIsRefused() {
    create(new Fewer(Set.of("age", "name")));

    var extension = new Additions(link).to(List.of(HERO));

    assertThat(extension.added()).isEmpty();
    assertThat(extension.refused()).hasSize(1);
    assertThat(link.columns("hero")).containsExactly("id", "secret_name", "team_id");
  }

  @Test
  void aColumnWithoutAValueIsAddedByTheAdvice() {
    create(new Fewer(Set.of("age", "secret_name")));

    runAdvice(refused(HERO), "'unknown'");

    assertThat(new Additions(link).to(List.of(HERO)).added()).containsExactly("hero.age");
    assertThat(link.columns("hero")).contains("secret_name", "age");
  }

  @Test
  void aUniqueColumnIsAddedAndUniqueByTheAdvice() {
    create(new Fewer(Set.of("name")));
    link.run("INSERT INTO hero (secret_name) VALUES ('a'), ('b')");

    runAdvice(refused(HERO), "'name of '");

    assertThat(refused(HERO)).isEmpty();
    assertThat(link.texts("SELECT name FROM hero")).containsExactly("name of 1", "name of 2");
    assertThat(link.indexes("hero", "name", "c")).containsExactly("hero.name");
  }

  @Test
  void aColumnToSpareIsRemovedByTheAdviceAlsoWithAnIndex() {
    create(HERO);
    link.run("CREATE INDEX \"an \"\"index\"\"\" ON hero (secret_name, name)");

    runAdvice(refused(new Fewer(Set.of("name", "secret_name"))), "");

    assertThat(link.columns("hero")).containsExactly("id", "age", "team_id");
  }

  @Test
  void aColumnOfAnotherSchemaIsRemovedByTheAdvice() {
    link.run(
        "CREATE TABLE hero (id INTEGER PRIMARY KEY, \"home town\" TEXT NOT NULL,"
            + " mentor_id INTEGER NOT NULL REFERENCES hero (id) CHECK (mentor_id > 0)) STRICT");

    var table = new Fewer(Set.of("name", "secret_name"));
    runAdvice(refused(table), "");

    assertThat(refused(table)).isEmpty();
    assertThat(link.columns("hero")).containsExactly("id", "age", "team_id");
  }

  @Test
  void aColumnThatIsUniqueByItsTableIsNotRemovedByAStatement() {
    link.run("CREATE TABLE hero (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT");

    assertThat(refused(new Fewer(Set.of("name", "secret_name"))))
        .singleElement()
        .asString()
        .contains("still has the column code", "make the table anew without it")
        .doesNotContain("DROP");
  }

  @Test
  void anotherKeyIsADifferentTable() {
    link.run("CREATE TABLE hero (number INTEGER PRIMARY KEY) STRICT");

    runAdvice(refused(new Fewer(Set.of("name", "secret_name"))), "");
    create(HERO);

    assertThat(refused(HERO)).isEmpty();
  }
}
