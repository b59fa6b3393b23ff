package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.heroes.TeamWithHeroesProjection.TEAM_WITH_HEROES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Unavailable;
import dev.covet.base.limit.LimitSource;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else has the same file open, keeps it, or changes its tables. */
class OtherProcessTest {
  private static final DatabaseLimits QUICK =
      LimitSource.with(Map.of("acquireMillisMax", 100), DatabaseLimits::from);

  @TempDir private Path folder;
  private Driver driver;
  private Session db;
  private SqliteLink other;

  @BeforeEach
  void openTwice() {
    var file = SqliteFile.at(folder.resolve("shared.db"));
    driver = file.open(QUICK, _ -> {});
    driver.create(List.of(TEAM, HERO));
    db = new Session(driver);
    other = file.openWriter(_ -> {}, QUICK);
  }

  @AfterEach
  void closeBoth() {
    other.close();
    driver.close();
  }

  @Test
  void aDatabaseThatIsKeptByAnotherIsBusyForWritersOnlyAndThenAsBefore() {
    insert("before");
    other.run("BEGIN IMMEDIATE");

    assertThatThrownBy(() -> insert("alone")).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> db.tx(() -> insert("in a tx"))).isInstanceOf(Unavailable.class);
    assertThat(db.from(TEAM).count()).isEqualTo(1);

    other.run("ROLLBACK");
    insert("after");
    assertThat(db.tx(() -> insert("in a tx")).id()).isEqualTo(3);
  }

  @Test
  void tablesThatAnotherChangesAreReadAndWrittenAsBefore() {
    for (var change :
        List.of(
            "ALTER TABLE team ADD COLUMN motto TEXT",
            "CREATE INDEX more ON team (headquarters)",
            "DROP INDEX more",
            "ALTER TABLE team DROP COLUMN motto",
            "VACUUM")) {
      insert(change);
      everyStatementRuns();
      other.run(change);
      everyStatementRuns();
    }
  }

  private void everyStatementRuns() {
    var team = db.from(TEAM).orderBy(TEAM.id.desc()).first().orElseThrow();
    var hero = db.insert(HERO, new Hero(0, team.name(), "x", 40, team.id()));
    assertThat(db.get(TEAM, team.id())).isEqualTo(team);
    assertThat(db.replace(TEAM, team.id(), team)).isEqualTo(team);
    assertThat(db.get(TEAM_WITH_HEROES, team.id()).heroes()).containsExactly(hero);
    db.delete(HERO, hero.id());
  }

  @Test
  void aColumnThatAnotherTookAwayIsAFaultUntilItIsBack() {
    insert("before");
    db.from(TEAM).list();
    other.run("ALTER TABLE team RENAME COLUMN headquarters TO home");

    assertThatThrownBy(() -> db.from(TEAM).list())
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("no such column: headquarters");
    assertThatThrownBy(() -> insert("meanwhile")).isInstanceOf(DatabaseFault.class);

    other.run("ALTER TABLE team RENAME COLUMN home TO headquarters");
    insert("after");
    assertThat(db.from(TEAM).count()).isEqualTo(2);
  }

  private Team insert(String name) {
    return db.insert(TEAM, new Team(0, name, "x"));
  }
}
