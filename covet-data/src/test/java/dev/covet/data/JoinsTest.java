package dev.covet.data;

import static dev.covet.data.Expressions.count;
import static dev.covet.data.Expressions.is;
import static dev.covet.data.Expressions.max;
import static dev.covet.data.Expressions.not;
import static dev.covet.data.Expressions.outer;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static golden.heroes.TeamWithHeroesProjection.TEAM_WITH_HEROES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Paging;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Hero;
import golden.heroes.HeroWithTeam;
import golden.heroes.Team;
import golden.heroes.TeamWithHeroes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S2.db.query: rows of a table that are joined with those of another, by their keys or by anything
 * else, whichever database is asked.
 */
@ParameterizedClass
@EnumSource
class JoinsTest {
  private final Databases database;
  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private Session db;

  /** A hero as one viewer sees it. */
  record Seen(HeroWithTeam hero, boolean isLiked, @Nullable Integer eldest) {}

  /** A hero and whether somebody likes it. */
  record Liked(HeroWithTeam hero, boolean isLiked) {}

  /** A team and how many heroes it has. */
  record Sized(TeamWithHeroes team, long size) {}

  JoinsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void insertHeroes() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO));
    db = new Session(driver);
    db.insertAll(
        TEAM,
        List.of(
            new Team(0, "Avengers", "Wasp"), new Team(0, "X-Men", "y"), new Team(0, "None", "z")));
    db.insertAll(
        HERO,
        List.of(
            new Hero(0, "Wasp", "a", 30, 1L),
            new Hero(0, "Hawk", "b", 60, 1L),
            new Hero(0, "Storm", "c", 30, 2L),
            new Hero(0, "Robin", "d", null, null)));
    statements.clear();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void rowsAreAskedForByWhetherOthersReferToThem() {
    var heroes = TEAM.id.join(HERO, HERO.teamId);

    assertThat(db.from(TEAM).where(heroes.exists()).select(TEAM.id).list()).containsExactly(1L, 2L);
    assertThat(db.from(TEAM).where(heroes.notExists()).select(TEAM.id).list()).containsExactly(3L);
    assertThat(db.from(TEAM).where(heroes.where(HERO.age.gt(50)).exists()).count()).isEqualTo(1);
    assertThat(db.from(TEAM).where(not(heroes.where(HERO.age.gt(50)).exists())).count())
        .isEqualTo(2);
    assertThat(db.from(TEAM).where(heroes.count().ge(2)).select(TEAM.name).list())
        .containsExactly("Avengers");
  }

  @Test
  void aTableIsJoinedWithItselfAndWithWhatIsWithinThat() {
    var ofSameAge = HERO.age.join(HERO, HERO.age).where(HERO.id.ne(outer(HERO.id)));
    var alone =
        TEAM.id
            .join(HERO, HERO.teamId)
            .where(HERO.age.join(HERO, HERO.age).where(HERO.id.ne(outer(HERO.id))).notExists());

    assertThat(db.from(HERO).where(ofSameAge.exists()).select(HERO.name).list())
        .containsExactlyInAnyOrder("Wasp", "Storm");
    assertThat(db.from(TEAM).where(alone.exists()).select(TEAM.name).list())
        .containsExactly("Avengers");
  }

  @Test
  void valuesComeFromRowsThatNoKeyLeadsTo() {
    var team = HERO.name.join(TEAM, TEAM.headquarters);

    assertThat(db.from(HERO).orderBy(HERO.id.asc()).select(team.value(TEAM.name)).list())
        .containsExactly("Avengers", null, null, null);
    assertThat(
            db.from(TEAM)
                .orderBy(TEAM.id.asc())
                .select(
                    TEAM.id.join(HERO, HERO.teamId).value(max(HERO.age)),
                    TEAM.id.join(HERO, HERO.teamId).value(HERO.name),
                    TEAM.id.join(HERO, HERO.teamId).count())
                .as((age, name, size) -> age + name + size)
                .list())
        .containsExactly("60Wasp2", "30Storm1", "nullnull0");
  }

  @Test
  void writesMayBeAboutRowsThatAreJoined() {
    var inTeam = HERO.teamId.join(TEAM, TEAM.id).where(TEAM.name.eq("Avengers"));

    assertThat(db.from(HERO).where(inTeam.exists()).update(HERO.secretName.to("hidden")))
        .isEqualTo(2);
    assertThat(db.from(TEAM).where(TEAM.id.join(HERO, HERO.teamId).notExists()).delete())
        .isEqualTo(1);
  }

  @Test
  void projectionsHaveValuesOfTheirViewerByTheSameStatement() {
    var viewer = "Hawk";
    var liked = HERO.teamId.join(HERO, HERO.teamId).where(HERO.name.eq(viewer)).exists();
    var seen =
        db.from(HERO_WITH_TEAM)
            .orderBy(HERO.id.asc())
            .with(is(liked), Liked::new)
            .with(
                HERO.teamId.join(HERO, HERO.teamId).value(max(HERO.age)),
                (it, eldest) -> new Seen(it.hero(), it.isLiked(), eldest));

    assertThat(seen.list()).extracting(Seen::isLiked).containsExactly(true, true, false, false);
    assertThat(seen.list()).extracting(Seen::eldest).containsExactly(60, 60, 30, null);
    assertThat(statements).hasSize(2);
    assertThat(seen.list(new Paging(1, 1)))
        .extracting(it -> it.hero().hero().name())
        .containsExactly("Hawk");
    assertThat(seen.first().map(Seen::isLiked)).contains(true);
    assertThatThrownBy(() -> db.from(HERO).forUpdate().with(is(liked), List::of).list())
        .hasMessageContaining("db.tx(...)");
    assertThat(seen.page(new Paging(0, 2)).total()).isEqualTo(4);
  }

  @Test
  void aProjectionWithListsTakesAsManyStatementsAsBefore() {
    var sized =
        db.from(TEAM_WITH_HEROES)
            .orderBy(TEAM.id.asc())
            .with(TEAM.id.join(HERO, HERO.teamId).count(), Sized::new)
            .list();

    assertThat(sized).extracting(Sized::size).containsExactly(2L, 1L, 0L);
    assertThat(sized.getFirst().team().heroes()).hasSize(2);
    assertThat(statements.stream().filter(it -> it.startsWith("SELECT"))).hasSize(2);
  }

  @Test
  void whetherAConditionHoldsIsNeverNull() {
    assertThat(db.from(HERO).orderBy(HERO.id.asc()).select(is(HERO.age.gt(50))).list())
        .containsExactly(false, true, false, false);
    assertThat(db.from(HERO).orderBy(is(HERO.age.gt(50)).desc()).select(HERO.name).first())
        .contains("Hawk");
  }

  /** A number of 32 bits becomes one of 64 first. */
  @Test
  void whatIsMadeOfWholeNumbersHas64Bits() {
    assertThat(
            db.from(HERO)
                .where(HERO.id.eq(1))
                .select(
                    HERO.age.times(4_000_000_000L),
                    HERO.age.times(HERO.age).times(10_000_000),
                    HERO.age.plus(Integer.MAX_VALUE),
                    HERO.age.minus(Integer.MIN_VALUE))
                .as((a, b, c, d) -> List.of(a, b, c, d))
                .first())
        .contains(List.of(120_000_000_000L, 9_000_000_000L, 2_147_483_677L, 2_147_483_678L));
  }

  @Test
  void divisionIsTheSameEverywhere() {
    var minus = HERO.age.times(-1).minus(1);

    assertThat(
            db.from(HERO)
                .where(HERO.id.eq(1))
                .select(
                    HERO.age.dividedBy(7),
                    HERO.age.modulo(7),
                    minus.dividedBy(7),
                    minus.modulo(7),
                    HERO.age.dividedBy(HERO.age.minus(30)),
                    HERO.age.modulo(HERO.id.minus(1)))
                .as((a, b, c, d, e, f) -> a + " " + b + " " + c + " " + d + " " + e + " " + f)
                .list())
        .containsExactly("4 2 -4 -3 null null");
    assertThatThrownBy(() -> HERO.age.dividedBy(0)).hasMessageContaining("divided by 0");
    assertThat(db.from(HERO).where(HERO.age.modulo(60).eq(0L)).select(HERO.name).list())
        .containsExactly("Hawk");
  }

  @Test
  void rowsThatAreChangedOrTakenAwayComeBack() {
    var old = db.from(HERO).where(HERO.age.ge(30));

    assertThat(old.returning().update(HERO.age.setTo(HERO.age.plus(1))))
        .extracting(Hero::age)
        .containsExactlyInAnyOrder(31, 31, 61);
    assertThat(db.from(HERO).orderBy(HERO.age.desc()).limit(2).returning().delete())
        .extracting(Hero::name)
        .containsExactlyInAnyOrder("Robin", "Hawk");
    assertThat(db.from(HERO).count()).isEqualTo(2);
  }

  @Test
  void outerIsForRowsThatAreJoined() {
    assertThatThrownBy(() -> db.from(HERO).where(HERO.id.eq(outer(TEAM.id))).list())
        .hasMessageContaining("join(...).where(...)");
    assertThatThrownBy(() ->
            db.from(TEAM)
                .where(TEAM.id.join(HERO, HERO.teamId).where(HERO.id.eq(outer(HERO.id))).exists())
                .list())
        .hasMessageContaining("is not a column of Team");
    assertThatThrownBy(() ->
            db.from(HERO)
                .groupBy(HERO.teamId)
                .select(HERO.age.join(HERO, HERO.age).count(), count())
                .as(List::of)
                .list())
        .hasMessageContaining("may differ among the rows of a group");
  }
}
