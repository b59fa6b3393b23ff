package dev.covet.data;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static golden.heroes.TeamWithHeroesProjection.TEAM_WITH_HEROES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.BrokenRow;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S4.db.page, S4.db.index, S4.err.404, S4.rel.o2m, S2.db.query, S2.db.map, S2.db.prefetch, D34-D36.
 */
@ParameterizedClass
@EnumSource
class SessionTest {
  private final Databases database;

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private Driver driver;
  private Session db;

  SessionTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    db = new Session(driver);
    driver.create(List.of(TEAM, HERO));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void anInsertedRowHasAKeyAndIsFound() {
    var hero = db.insert(HERO, spiderMan());

    assertThat(hero).isEqualTo(new Hero(1, "Spider-Man", "Peter Parker", 23, null));
    assertThat(db.find(HERO, 1)).contains(hero);
    assertThat(db.find(HERO, 2)).isEmpty();
    assertThatThrownBy(() -> db.get(HERO, 2))
        .isInstanceOf(NotFound.class)
        .hasMessage("Hero not found");
  }

  @Test
  void anUpdateWritesOnlyPresentColumnsAndAnEmptyOneNothing() {
    db.insert(HERO, spiderMan());
    statements.clear();

    assertThat(db.update(HERO, 1, Changes.of(HERO.age.to(null))).age()).isNull();
    assertThat(statements.getLast()).startsWith("UPDATE hero SET age = ? WHERE id = ?");

    statements.clear();
    var none = Changes.of(HERO.shape(), new Object[5], new java.util.BitSet());
    assertThat(db.update(HERO, 1, none).name()).isEqualTo("Spider-Man");
    assertThat(statements).noneMatch(it -> it.startsWith("UPDATE"));
  }

  @Test
  void aTakenNameAndAnUnknownTeamAreConflictsThatNameTheField() {
    db.insert(HERO, spiderMan());

    assertThatThrownBy(() -> db.insert(HERO, spiderMan()))
        .isInstanceOfSatisfying(
            Conflict.class,
            it -> {
              assertThat(it.problems().getFirst().field()).isEqualTo("name");
              assertThat(it.problems().getFirst().code()).isEqualTo("taken");
            });
    assertThatThrownBy(() -> db.insert(HERO, new Hero(0, "Wasp", "Janet", null, 99L)))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.problems().getFirst().field()).isEqualTo("teamId"));
  }

  @Test
  void aTeamWithHeroesIsNotDeleted() {
    var team = db.insert(TEAM, new Team(0, "Avengers", "New York"));
    db.insert(HERO, spiderMan(), HERO.teamId.to(team.id()));

    assertThatThrownBy(() -> db.delete(TEAM, team.id())).isInstanceOf(Conflict.class);
    db.delete(HERO, 1);
    db.delete(TEAM, team.id());
    assertThat(db.from(TEAM).count()).isZero();
  }

  @Test
  void projectionsTakeAFixedNumberOfStatements() {
    for (var n = 0; n < 3; n++) {
      var team = db.insert(TEAM, new Team(0, "Team " + n, "x"));
      for (var m = 0; m < n; m++) {
        db.insert(HERO, new Hero(0, "Hero " + n + m, "y", null, team.id()));
      }
    }
    statements.clear();

    var teams = db.from(TEAM_WITH_HEROES).orderBy(TEAM.id.asc()).list();
    assertThat(teams).extracting(it -> it.heroes().size()).containsExactly(0, 1, 2);
    assertThat(statements).hasSize(2);

    statements.clear();
    assertThat(db.from(HERO_WITH_TEAM).orderBy(HERO.id.asc()).first().orElseThrow().team())
        .isEqualTo(new Team(2, "Team 1", "x"));
    assertThat(statements).hasSize(1);
  }

  @Test
  void rowsAreAskedForByColumns() {
    db.insert(HERO, new Hero(0, "B_b", "x", 18, null));
    db.insert(HERO, new Hero(0, "a%a", "x", null, null));
    db.insert(HERO, new Hero(0, "Cbc", "x", 30, null));

    assertThat(db.from(HERO).where(HERO.name.contains("b")).count()).isEqualTo(2);
    assertThat(db.from(HERO).where(HERO.name.contains("_")).count()).isEqualTo(1);
    assertThat(db.from(HERO).orderBy(HERO.age.asc()).list())
        .extracting(Hero::age)
        .containsExactly(18, 30, null);
    assertThat(db.from(HERO).where(Expressions.when(20, HERO.age::ge), HERO.id.gt(1)).list())
        .extracting(Hero::name)
        .containsExactly("Cbc");
    assertThat(db.from(HERO).orderBy(HERO.name.asc()).list(new Paging(1, 1)))
        .extracting(Hero::name)
        .containsExactly("Cbc");
    assertThat(db.from(HERO).where(HERO.name.eq("x' OR '1'='1")).list()).isEmpty();
  }

  @Test
  void aTransactionHoldsAsOneAndAnInnerOneIsUndoneAlone() {
    assertThatThrownBy(() ->
            db.tx(() -> {
              db.insert(HERO, spiderMan());
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(db.from(HERO).count()).isZero();

    db.tx(() -> {
      db.insert(TEAM, new Team(0, "kept", "x"));
      assertThatThrownBy(() ->
          db.tx(() -> {
            db.insert(TEAM, new Team(0, "undone", "x"));
            throw new IllegalStateException("inner");
          }));
      return true;
    });
    assertThat(db.from(TEAM).list()).extracting(Team::name).containsExactly("kept");
  }

  @Test
  void aBrokenRowIsTheProgramsFault() {
    assertThatThrownBy(() -> db.insert(HERO, new Hero(0, "", "x", -1, null)))
        .isInstanceOf(BrokenRow.class)
        .hasMessageContaining("name blank")
        .hasMessageContaining("age too_small");
    assertThat(db.from(HERO).count()).isZero();
  }

  private static Hero spiderMan() {
    return new Hero(0, "Spider-Man", "Peter Parker", 23, null);
  }
}
