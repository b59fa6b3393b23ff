package dev.covet.data;

import static dev.covet.data.Expressions.avg;
import static dev.covet.data.Expressions.count;
import static dev.covet.data.Expressions.countDistinct;
import static dev.covet.data.Expressions.max;
import static dev.covet.data.Expressions.min;
import static dev.covet.data.Expressions.sum;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Slice;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.db.query: values that are selected of rows and of groups, whichever database is asked. */
@ParameterizedClass
@EnumSource
class SelectionsTest {
  private final Databases database;
  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private Session db;

  /** How many heroes a team has. */
  record TeamSize(@Nullable Long teamId, long heroes) {}

  /** A hero's names. */
  record Names(String name, String team) {}

  /** What a group is about. */
  record Ages(@Nullable Integer least, @Nullable Integer most, @Nullable Long sum, double mean) {}

  SelectionsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void insertHeroes() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO, KINDS));
    db = new Session(driver);
    db.insert(TEAM, new Team(0, "Avengers", "New York"));
    db.insert(TEAM, new Team(0, "X-Men", "Salem"));
    hero("Wasp", 30, 1L);
    hero("Hawk", 40, 1L);
    hero("Storm", 30, 2L);
    hero("Robin", null, null);
  }

  private void hero(String name, @Nullable Integer age, @Nullable Long team) {
    db.insert(HERO, new Hero(0, name, "x", age, team));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void oneValueOfEachRowIsAList() {
    assertThat(db.from(HERO).orderBy(HERO.name.asc()).select(HERO.name).list())
        .containsExactly("Hawk", "Robin", "Storm", "Wasp");
    assertThat(statements.getLast()).isEqualTo("SELECT name FROM hero ORDER BY name");
    assertThat(db.from(HERO).orderBy(HERO.id.asc()).select(HERO.age).list())
        .containsExactly(30, 40, 30, null);
    assertThat(db.from(HERO).where(HERO.name.eq("Robin")).select(HERO.age).first()).isEmpty();
    assertThat(db.from(HERO_WITH_TEAM).select(HERO.name).count()).isEqualTo(4);
  }

  @Test
  void severalValuesBecomeARecord() {
    var found =
        db.from(HERO)
            .where(HERO.teamId.isNotNull())
            .orderBy(HERO.id.asc())
            .select(HERO.name, HERO.teamId.follow(TEAM.name))
            .as(Names::new)
            .list();

    assertThat(found)
        .containsExactly(
            new Names("Wasp", "Avengers"),
            new Names("Hawk", "Avengers"),
            new Names("Storm", "X-Men"));
  }

  @Test
  void groupsAreCountedAndChosen() {
    var sizes = db.from(HERO).groupBy(HERO.teamId).orderBy(count().desc(), HERO.teamId.asc());

    assertThat(sizes.select(HERO.teamId, count()).as(TeamSize::new).list())
        .containsExactly(new TeamSize(1L, 2), new TeamSize(2L, 1), new TeamSize(null, 1));
    assertThat(sizes.having(count().gt(1)).select(HERO.teamId, count()).as(TeamSize::new).list())
        .containsExactly(new TeamSize(1L, 2));
    assertThat(statements.getLast())
        .startsWith("SELECT team_id,count(*) FROM hero GROUP BY team_id HAVING count(*) > ");
  }

  @Test
  void aggregatesOfAllRowsAreOneRow() {
    var ages =
        db.from(HERO)
            .select(min(HERO.age), max(HERO.age), sum(HERO.age), avg(HERO.age))
            .as(Ages::new);

    assertThat(ages.list()).containsExactly(new Ages(30, 40, 100L, 100 / 3.0));
    assertThat(ages.first()).contains(new Ages(30, 40, 100L, 100 / 3.0));
    assertThat(db.from(HERO).select(count(HERO.age)).first()).contains(3L);
    assertThat(db.from(HERO).select(countDistinct(HERO.age)).first()).contains(2L);
    assertThat(db.from(HERO).where(HERO.id.lt(0)).select(max(HERO.age)).first()).isEmpty();
    assertThat(db.from(HERO).where(HERO.id.lt(0)).select(sum(HERO.age).orElse(0L)).first())
        .contains(0L);
  }

  @Test
  void decimalsAreSummedExactlyAndKeepTheirScale() {
    db.insert(KINDS, SAMPLE, KINDS.price.to(new BigDecimal("0.10")));
    db.insert(KINDS, SAMPLE, KINDS.price.to(new BigDecimal("0.20")));

    assertThat(db.from(KINDS).select(sum(KINDS.price)).list())
        .containsExactly(new BigDecimal("0.30"));
    assertThat(db.from(KINDS).select(sum(KINDS.price.times(3))).list())
        .containsExactly(new BigDecimal("0.90"));
    assertThat(db.from(KINDS).select(avg(KINDS.price)).list()).containsExactly(0.15);
    assertThat(db.from(KINDS).select(sum(KINDS.price.times(-1).dividedBy(7))).list())
        .containsExactly(new BigDecimal("-0.03"));
    assertThat(db.from(KINDS).select(KINDS.price.dividedBy(KINDS.small.minus(KINDS.small))).list())
        .containsExactly(null, null);
    assertThat(db.from(KINDS).select(KINDS.real.dividedBy(KINDS.real)).list())
        .containsExactly(1.0, 1.0);
    assertThat(db.from(KINDS).select(avg(KINDS.real)).first()).contains(0.1);
    assertThat(
            db.from(KINDS)
                .groupBy(KINDS.state)
                .having(sum(KINDS.real).gt(0.15))
                .select(KINDS.state)
                .list())
        .hasSize(1);
  }

  @Test
  void whatIsTheSameComesOnce() {
    var ages = db.from(HERO).orderBy(HERO.age.asc()).select(HERO.age).distinct();

    assertThat(ages.list()).containsExactly(30, 40, null);
    assertThat(ages.count()).isEqualTo(3);
    assertThat(ages.list(new Paging(1, 1))).containsExactly(40);
    assertThat(db.from(HERO).select(HERO.age).distinct().page(new Paging(0, 2)))
        .isEqualTo(new Page<>(List.of(30, 40), 3));
    assertThat(new Page<>(List.of(30, 40), 3).map(age -> age + "!"))
        .isEqualTo(new Page<>(List.of("30!", "40!"), 3));
    assertThat(new Slice<>(List.of(30), "40").map(age -> age + "!"))
        .isEqualTo(new Slice<>(List.of("30!"), "40"));
    assertThatThrownBy(
            () -> db.from(HERO).orderBy(HERO.name.asc()).select(HERO.age).distinct().list())
        .hasMessage("Rows that are distinct can be sorted by what is selected alone");
  }

  @Test
  void expressionsAreSelectedAndGroupedBy() {
    var titles = HERO.name.lower().concat(" of ").concat(HERO.secretName);

    assertThat(db.from(HERO).where(HERO.id.eq(1)).select(titles).list())
        .containsExactly("wasp of x");
    assertThat(
            db.from(HERO)
                .groupBy(HERO.name.length().plus(1))
                .orderBy(HERO.name.length().plus(1).asc())
                .select(HERO.name.length().plus(1), count())
                .as((length, heroes) -> length + ":" + heroes)
                .list())
        .containsExactly("5:2", "6:2");
    assertThat(statements.getLast()).contains(" GROUP BY 1 ORDER BY 1");
  }

  @Test
  void aValueThatDiffersWithinAGroupIsRefusedInWords() {
    assertThatThrownBy(() ->
            db.from(HERO).groupBy(HERO.teamId).select(HERO.name, count()).as(Names2::new).list())
        .hasMessageContaining("\"name\" may differ among the rows of a group");
    assertThatThrownBy(() -> db.from(HERO).select(HERO.name, count()).as(Names2::new).list())
        .hasMessageContaining("\"name\" may differ among the rows of a group");
    assertThatThrownBy(() -> db.from(HERO).where(Expressions.<Hero>count().gt(1)).list())
        .hasMessageContaining("A value of several rows stands in select(...)");
  }

  /** A name and a number. */
  record Names2(String name, long count) {}

  @Test
  void nullForAPrimitiveIsNamed() {
    record Age(int age, String name) {}

    assertThatThrownBy(() -> db.from(HERO).select(HERO.age, HERO.name).as(Age::new).list())
        .hasMessageStartingWith("Value 1 of select(...) is null");
  }

  @Test
  void pagesOfGroupsAreTotal() {
    var sizes = db.from(HERO).groupBy(HERO.teamId).select(HERO.teamId, count()).as(TeamSize::new);

    assertThat(sizes.page(new Paging(1, 1))).isEqualTo(new Page<>(List.of(new TeamSize(2L, 1)), 3));
    assertThat(statements)
        .anyMatch(it -> it.contains(" GROUP BY team_id ORDER BY team_id NULLS LAST LIMIT "));
  }
}
