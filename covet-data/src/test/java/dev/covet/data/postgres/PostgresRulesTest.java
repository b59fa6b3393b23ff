package dev.covet.data.postgres;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Extension;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that are there, as other records have made them. */
final class PostgresRulesTest {
  private static final List<dev.covet.data.table.Mapping<?, ?>> TABLES = List.of(TEAM, HERO);

  private final Loops loops = new Loops(ThreadMode.JDK, 1, new Metrics());
  private Driver driver;
  private Session db;

  @BeforeEach
  void createTables() {
    driver =
        new PostgresOpener()
            .target(PostgresServer.url(), Config.of(Mode.TEST, new StartFaults(), new Source[0]))
            .open(DatabaseLimits.STANDARD, _ -> {}, loops);
    driver.create(TABLES);
    db = new Session(driver);
  }

  @AfterEach
  void close() {
    driver.close();
    loops.close();
  }

  private void run(String sql) {
    driver.write(link -> {
      ((PostgresLink) link).run(sql);
      return true;
    });
  }

  private static Hero hero(String name, Integer age) {
    return new Hero(0, name, "secret", age, null);
  }

  @Test
  void tablesOfTheRecordsDifferInNothing() {
    db.insert(HERO, hero("Ann", 3));
    differInNothing();
  }

  private void differInNothing() {
    assertThat(driver.missing(TABLES)).isEmpty();
    assertThat(driver.differences(TABLES)).isEmpty();
    assertThat(driver.extend(TABLES)).isEqualTo(new Extension(List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE hero DROP COLUMN age                         | hero.age     | missing
          ALTER TABLE hero ALTER COLUMN age SET NOT NULL           | hero.age     | changed
          DROP INDEX "hero.name"                                   | hero.name    | changed
          ALTER TABLE hero DROP CONSTRAINT "hero.age.check"        | hero.age     | changed
          ALTER TABLE team ALTER COLUMN headquarters DROP NOT NULL | team.headquarters | changed
          """)
  void whatIsOtherIsMadeAsTheRecordSays(String sql, String column, String how) {
    run(sql);

    assertThat(driver.missing(TABLES))
        .isEqualTo(how.equals("missing") ? List.of(column) : List.of());
    var extension = driver.extend(TABLES);
    assertThat(how.equals("missing") ? extension.added() : extension.changed())
        .containsExactly(column);
    assertThat(extension.refused()).isEmpty();
    differInNothing();
  }

  @Test
  void aCheckThatCameWithoutItsCommentIsNoDifferenceAndIsMadeAgain() {
    run("COMMENT ON CONSTRAINT \"hero.age.check\" ON hero IS NULL");

    assertThat(driver.differences(TABLES)).isEmpty();
    assertThat(driver.extend(TABLES).changed()).containsExactly("hero.age");
    differInNothing();
  }

  @Test
  void aTighterOldCheckRefusesNothingAnyMore() {
    run("ALTER TABLE hero DROP CONSTRAINT \"hero.age.check\"");
    run("ALTER TABLE hero ADD CONSTRAINT \"hero.age.check\" CHECK (age <= 40)");
    run("COMMENT ON CONSTRAINT \"hero.age.check\" ON hero IS 'age <= 40'");

    assertThat(driver.differences(TABLES))
        .extracting(Difference::there)
        .containsExactly("CHECK (age <= 40)");
    assertThat(driver.extend(TABLES).changed()).containsExactly("hero.age");
    assertThat(db.insert(HERO, hero("Old", 41)).age()).isEqualTo(41);
  }

  @Test
  void rowsThatAreAlikeForbidAUniqueColumnAndAreLeftAlone() {
    run("DROP INDEX \"hero.name\"");
    db.insert(HERO, hero("Ann", 1));
    db.insert(HERO, hero("Ann", 2));

    var extension = driver.extend(TABLES);

    assertThat(extension.refused()).singleElement().asString().contains("hero", "name", "@Unique");
    assertThat(extension.changed()).isEmpty();
    assertThat(db.from(HERO).count()).isEqualTo(2);
  }

  @Test
  void aColumnThatRowsHaveNoValueForIsRefused() {
    db.insert(TEAM, new Team(0, "Avengers", "x"));
    run("ALTER TABLE team DROP COLUMN headquarters");

    assertThat(driver.extend(TABLES).refused())
        .singleElement()
        .asString()
        .contains("headquarters", "@Default", "ALTER TABLE team ADD COLUMN");
  }

  @Test
  void aColumnThatNothingFillsIsRefused() {
    run("ALTER TABLE team ADD COLUMN motto text NOT NULL");

    assertThat(driver.extend(TABLES).refused())
        .singleElement()
        .asString()
        .contains("motto", "DROP COLUMN");
  }

  @Test
  void anotherTypeIsToldWithTheSqlThatChangesIt() {
    run("ALTER TABLE hero DROP CONSTRAINT \"hero.age.check\"");
    run("ALTER TABLE hero ALTER COLUMN age TYPE text");

    assertThat(driver.differences(List.of(HERO)))
        .filteredOn(it -> it.there().equals("text"))
        .singleElement()
        .satisfies(it -> assertThat(it.advice()).contains("ALTER COLUMN age TYPE integer"));
  }

  @Test
  void aViolationOfSeveralInstancesThatStartTogetherIsNone() throws Exception {
    try (var starts = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      run("DROP TABLE hero, team");
      var all =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(_ -> starts.submit(() -> driver.create(TABLES)))
              .toList();
      for (var one : all) one.get();
    }
    db.insert(HERO, hero("Ann", 1));
    assertThatThrownBy(() -> db.insert(HERO, hero("Ann", 1))).isInstanceOf(Conflict.class);
  }
}
