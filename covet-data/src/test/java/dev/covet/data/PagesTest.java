package dev.covet.data;

import static dev.covet.data.Expressions.not;
import static dev.covet.data.Expressions.when;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Cursor;
import dev.covet.api.Paging;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.query.Condition;
import golden.heroes.Hero;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists that clients walk through by pages, and narrow down by what they may leave out. */
@ParameterizedClass
@EnumSource
class PagesTest {
  private final Databases database;

  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private Session db;

  PagesTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void insertHeroes() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO));
    db = new Session(driver);
    for (var n = 0; n < 9; n++) {
      db.insert(HERO, new Hero(0, "hero " + n, "secret", n < 8 ? 40 : null, null));
    }
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void theKeyIsTheLastOrderOfLimitedRowsInTheDirectionOfTheOneBefore() {
    db.from(HERO).orderBy(HERO.age.desc()).list(new Paging(0, 4));
    assertThat(statements.getLast())
        .endsWith("FROM hero ORDER BY age DESC NULLS FIRST,id DESC LIMIT ?");

    db.from(HERO).orderBy(HERO.age.desc(), HERO.name.asc()).offset(4).limit(4).list();
    assertThat(statements.getLast())
        .endsWith("FROM hero ORDER BY age DESC NULLS FIRST,name,id LIMIT ? OFFSET ?");

    db.from(HERO_WITH_TEAM).orderBy(HERO.age.asc()).limit(4).list();
    assertThat(statements.getLast()).endsWith(" ORDER BY t0.age NULLS LAST,t0.id LIMIT ?");

    db.from(HERO).orderBy(HERO.age.desc()).offset(4).list();
    assertThat(statements.getLast())
        .endsWith("FROM hero ORDER BY age DESC NULLS FIRST,id DESC LIMIT ? OFFSET ?");

    db.from(HERO).orderBy(HERO.age.asc()).first();
    assertThat(statements.getLast()).endsWith(" ORDER BY age NULLS LAST,id LIMIT ?");
  }

  @Test
  void codeMayAskForMoreRowsThanAClient() {
    for (var n = 9; n < 120; n++) db.insert(HERO, new Hero(0, "hero " + n, "secret", n, null));

    assertThat(db.from(HERO).list(new Paging(0, 500))).hasSize(120);
    assertThat(db.from(HERO).page(new Cursor(null, 110)).items()).hasSize(110);
    assertThat(db.from(HERO).page(new Cursor(null, Integer.MAX_VALUE)).items()).hasSize(120);
    assertThatThrownBy(() -> new Paging(0, 0)).hasMessage("limit must be at least 1");
  }

  @Test
  void anOrderThatHasTheKeyAndOneOfAllRowsStayAsTheyAre() {
    db.from(HERO).orderBy(HERO.id.desc(), HERO.age.asc()).list(new Paging(0, 4));
    assertThat(statements.getLast()).endsWith("FROM hero ORDER BY id DESC,age NULLS LAST LIMIT ?");

    db.from(HERO).orderBy(HERO.age.desc()).list();
    assertThat(statements.getLast()).endsWith("FROM hero ORDER BY age DESC NULLS FIRST");

    db.from(HERO).list(new Paging(0, 4));
    assertThat(statements.getLast()).endsWith("FROM hero ORDER BY id LIMIT ?");
  }

  @Test
  void everyRowIsOnOnePage() {
    var names = new ArrayList<String>();
    for (var offset = 0; offset < 9; offset += 4) {
      db.from(HERO)
          .orderBy(HERO.age.desc())
          .list(new Paging(offset, 4))
          .forEach(hero -> names.add(hero.name()));
    }

    assertThat(names).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void aPageIsAPartOfWhatWasLimitedBefore() {
    var six = db.from(HERO).orderBy(HERO.id.asc()).offset(1).limit(6);

    assertThat(six.list(new Paging(0, 4))).extracting(Hero::id).containsExactly(2L, 3L, 4L, 5L);
    assertThat(six.list(new Paging(4, 4))).extracting(Hero::id).containsExactly(6L, 7L);
    assertThat(six.list(new Paging(6, 4))).isEmpty();
    assertThat(six.list(new Paging(8, 4))).isEmpty();
    assertThat(db.from(HERO).offset(8).list(new Paging(0, 4))).hasSize(1);
    assertThat(db.from(HERO).offset(Long.MAX_VALUE).list(new Paging(1, 4))).isEmpty();
  }

  @Test
  void aPageHasTheTotalOfTheSameMoment() {
    var page = db.from(HERO).where(HERO.age.eq(40)).orderBy(HERO.id.desc()).page(new Paging(1, 2));

    assertThat(page.items()).extracting(Hero::id).containsExactly(7L, 6L);
    assertThat(page.total()).isEqualTo(8);
    assertThat(db.from(HERO_WITH_TEAM).page(new Paging(0, 1)).total()).isEqualTo(9);
  }

  @Test
  void offsetsAndLimitsBelowZeroAreRefused() {
    assertThatThrownBy(() -> db.from(HERO).offset(-1)).hasMessage("offset must be at least 0: -1");
    assertThatThrownBy(() -> db.from(HERO).limit(-1)).hasMessage("limit must be at least 0: -1");
    assertThat(db.from(HERO).limit(0).list()).isEmpty();
    assertThat(db.from(HERO).limit(0).first()).isEmpty();
    assertThat(db.from(HERO).offset(Long.MAX_VALUE).list()).isEmpty();
  }

  static List<Optional<List<Integer>>> nothing() {
    return List.of(Optional.empty(), Optional.of(List.of()));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void aListThatIsLeftOutOrEmptyAsksForNothing(Optional<List<Integer>> ages) {
    assertThat(count(when(ages.orElse(null), HERO.age::in))).isEqualTo(9);
    assertThat(count(not(when(ages.orElse(null), HERO.age::in)))).isEqualTo(9);
    assertThat(statements.getLast()).endsWith("FROM hero");
    assertThat(count(when(List.of(40, 41), HERO.age::in))).isEqualTo(8);
  }

  @Test
  void anyEmptyValueAsksForNothing() {
    for (@Nullable Object none : new @Nullable Object[] {null, "", List.of(), Optional.empty()}) {
      assertThat(count(when(none, _ -> HERO.id.eq(1)))).isEqualTo(9);
    }
    assertThat(count(when(" ", HERO.name::contains))).isEqualTo(9);
    assertThat(count(when(0, HERO.age::eq))).isZero();
  }

  @Test
  void noRowHoldsOneOfNoValues() {
    assertThat(count(HERO.age.in(List.of()))).isZero();
    assertThat(count(not(HERO.age.in(List.of())))).isEqualTo(9);
    assertThat(statements).noneMatch(it -> it.contains("in ()") || it.contains("IN ()"));
  }

  private long count(Condition<Hero> condition) {
    return db.from(HERO).where(condition).count();
  }
}
