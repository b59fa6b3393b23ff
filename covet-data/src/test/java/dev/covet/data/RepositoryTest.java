package dev.covet.data;

import static dev.covet.data.BadgeTable.BADGE;
import static dev.covet.data.OfferTable.OFFER;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.store.Store;
import dev.covet.data.store.Watch;
import dev.covet.data.table.Mapping;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * S3.mem.crud, S3.mem.swap, S3.pat.repo, D14: what a repository does, whether its rows are in
 * memory or in a database.
 */
@ParameterizedClass
@EnumSource
class RepositoryTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** Where the rows are. */
  enum Place {
    MEMORY,
    SQLITE,
    POSTGRESQL;

    @Nullable Driver driver() {
      return this == MEMORY
          ? null
          : Databases.valueOf(name()).open(DatabaseLimits.STANDARD, _ -> {});
    }
  }

  private final @Nullable Driver driver;
  private final @Nullable Session db;
  private final Repository<Team, Long> teams;
  private final Repository<Hero, Long> heroes;
  private final Repository<Offer, Long> offers;
  private final Repository<Badge, BadgeTable.Key> badges;

  RepositoryTest(Place place) {
    driver = place.driver();
    if (driver != null) driver.create(List.of(TEAM, HERO, OFFER, KINDS, BADGE));
    db = driver == null ? null : new Session(new Store(driver, CLOCK, ""), Watch.NONE);
    teams = repository(TEAM);
    heroes = repository(HERO);
    offers = repository(OFFER);
    badges = repository(BADGE);
  }

  private <T, K> Repository<T, K> repository(Mapping<T, K> table) {
    return db == null ? Repository.inMemory(table, CLOCK) : Repository.of(table, db);
  }

  @AfterEach
  void close() {
    if (driver != null) driver.close();
  }

  @Test
  void aRowIsAddedWithAKeyAndFoundByIt() {
    var team = teams.insert(new Team(0, "Avengers", "New York"));

    assertThat(team).isEqualTo(new Team(1, "Avengers", "New York"));
    assertThat(teams.find(1L)).contains(team);
    assertThat(teams.get(1L)).isEqualTo(team);
    assertThat(teams.find(2L)).isEmpty();
  }

  @Test
  void keysAreNeverGivenTwice() {
    teams.insert(team("first"));
    teams.delete(1L);

    assertThat(teams.insert(team("second")).id()).isEqualTo(2);
    var kinds = repository(KINDS);
    assertThat(kinds.insert(SAMPLE).id()).isNotEqualTo(kinds.insert(SAMPLE).id());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (ThrowingCallable work :
        List.<ThrowingCallable>of(
            () -> teams.get(1L),
            () -> teams.delete(1L),
            () -> teams.update(1L, Changes.of(TEAM.name.to("x"))),
            () -> teams.replace(1L, team("x")),
            () -> teams.save(new Team(1, "x", "x")))) {
      assertThatThrownBy(work).isInstanceOf(NotFound.class).hasMessage("Team not found");
    }
  }

  @Test
  void changesAreMergedIntoARow() {
    heroes.insert(new Hero(0, "Wasp", "Janet", 30, null));

    assertThat(heroes.update(1L, Changes.of(HERO.age.to(31))))
        .isEqualTo(new Hero(1, "Wasp", "Janet", 31, null));
    assertThat(heroes.update(1L, Changes.of(HERO.age.to(null), HERO.name.to("Hornet"))))
        .isEqualTo(new Hero(1, "Hornet", "Janet", null, null))
        .isEqualTo(heroes.get(1L));
  }

  @Test
  void noChangesAreARead() {
    var team = teams.insert(team("a"));
    var none = Changes.<Team>of(TEAM.shape(), new Object[3], new java.util.BitSet());

    assertThat(teams.update(1L, none)).isEqualTo(team);
    assertThatThrownBy(() -> teams.update(2L, none)).isInstanceOf(NotFound.class);
  }

  @Test
  void aReplacedRowKeepsItsKeyAndWhatIsReadOnly() {
    offers.insert(new Offer(0, "a", 1, 2, "here", terms()));

    assertThat(offers.replace(1L, new Offer(9, "b", 3, 4, "there", terms())))
        .isEqualTo(new Offer(1, "b", 3, 4, "here", terms()))
        .isEqualTo(offers.get(1L));
  }

  @Test
  void aRowIsSavedByItsKey() {
    var added = offers.save(new Offer(0, "a", 1, 2, "here", terms()));

    assertThat(offers.save(new Offer(added.id(), "b", 3, 4, "there", terms())))
        .isEqualTo(new Offer(1, "b", 3, 4, "there", terms()))
        .isEqualTo(offers.get(1L));
    assertThat(offers.all().count()).isEqualTo(1);
  }

  @Test
  void aUniqueValueIsHeldByOneRow() {
    teams.insert(team("Avengers"));
    teams.insert(team("Defenders"));

    assertTaken(() -> teams.insert(team("Avengers")), "name", "is already taken");
    assertTaken(
        () -> teams.update(2L, Changes.of(TEAM.name.to("Avengers"))), "name", "is already taken");
    assertTaken(() -> teams.replace(2L, team("Avengers")), "name", "is already taken");
    assertTaken(() -> teams.insert(new Team(2, "x", "x")), "id", "is already taken");
    assertThat(teams.update(1L, Changes.of(TEAM.name.to("Avengers"))).name()).isEqualTo("Avengers");
    assertThat(teams.insert(team("avengers")).name()).isEqualTo("avengers");
  }

  private static void assertTaken(ThrowingCallable work, String field, String reason) {
    Consumer<Conflict> told =
        it -> {
          assertThat(it.problems()).hasSize(1);
          var problem = it.problems().getFirst();
          assertThat(problem.location()).containsExactly("body", field);
          assertThat(problem.code()).isEqualTo("taken");
          assertThat(problem.reason()).isEqualTo(reason);
        };
    assertThatThrownBy(work).isInstanceOfSatisfying(Conflict.class, told);
  }

  @Test
  void severalValuesAreUniqueTogetherAmongTheRowsThatCount() {
    badges.insert(Badge.of("A", 1, "Ann"));

    assertTaken(
        () -> badges.insert(Badge.of("A", 2, "Ann")),
        "hall",
        "is already taken together with owner");
    assertThat(badges.insert(Badge.of("B", 1, "Ann")).hall()).isEqualTo("B");
    badges.update(new BadgeTable.Key("A", 1), Changes.of(BADGE.returnedAt.to(NOW)));
    assertThat(badges.insert(Badge.of("A", 2, "Ann")).number()).isEqualTo(2);
    assertTaken(
        () -> badges.update(new BadgeTable.Key("A", 1), Changes.of(BADGE.returnedAt.to(null))),
        "hall",
        "is already taken together with owner");
  }

  @Test
  void aKeyOfTheProgramsOwnIsGivenOnce() {
    badges.save(Badge.of("A", 1, "Ann"));

    assertTaken(
        () -> badges.insert(Badge.of("A", 1, "Bob")),
        "hall",
        "is already taken together with number");
    assertThat(badges.save(Badge.of("A", 1, "Bob")).owner()).isEqualTo("Bob");
    assertThat(badges.all().count()).isEqualTo(1);
    assertThat(badges.get(new BadgeTable.Key("A", 1)).print()).containsExactly(1);
  }

  @Test
  void changesAreCountedAndHaveTheirTime() {
    var key = new BadgeTable.Key("A", 1);
    var added = badges.insert(Badge.of("A", 1, "Ann"));
    var changed = badges.update(key, Changes.of(BADGE.owner.to("Bob")), 0);

    assertThat(added.version()).isZero();
    assertThat(added.createdAt()).isEqualTo(NOW).isEqualTo(added.updatedAt());
    assertThat(changed.version()).isEqualTo(1);
    assertStale(() -> badges.update(key, Changes.of(BADGE.owner.to("Cid")), 0));
    assertStale(() -> badges.replace(key, added, 0));
    assertStale(() -> badges.save(added));
    assertThat(badges.save(changed).version()).isEqualTo(2);
    assertThat(badges.replace(key, added, 2).version()).isEqualTo(3);
    assertThat(badges.get(key).owner()).isEqualTo("Ann");
    assertStale(() -> badges.delete(key, 2));
    badges.delete(key, 3);
    assertThatThrownBy(() -> badges.delete(key, 3)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> teams.replace(1L, team("x"), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> teams.delete(1L, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertStale(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(Conflict.class)
        .hasMessage("Badge was changed meanwhile: read it again");
  }

  @Test
  void constraintsAreKept() {
    teams.insert(team("a"));
    offers.insert(new Offer(0, "a", 1, 2, "here", terms()));

    assertThatThrownBy(() -> teams.insert(team(" "))).isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> teams.insert(team("a\u0000"))).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> teams.update(1L, Changes.of(TEAM.name.to(""))))
        .isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> teams.save(new Team(1, "", ""))).isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> offers.update(1L, Changes.of(OFFER.low.to(3))))
        .isInstanceOf(Invalid.class);
    assertThat(teams.all().list()).containsExactly(new Team(1, "a", "x"));
    assertThat(offers.get(1L).low()).isEqualTo(1);
  }

  @Test
  void rowsAreAskedForByConditionsInAnOrder() {
    heroes.insert(new Hero(0, "Wasp", "Janet", 30, null));
    heroes.insert(new Hero(0, "Hawk", "Kate", null, null));
    heroes.insert(new Hero(0, "Robin", "Dick", 20, null));
    heroes.insert(new Hero(0, "Batgirl", "Barbara", 20, null));

    var grown = heroes.all().where(HERO.age.ge(20)).where(HERO.name.ne("Wasp"));
    assertThat(grown.list()).extracting(Hero::name).containsExactlyInAnyOrder("Robin", "Batgirl");
    assertThat(grown.count()).isEqualTo(2);
    assertThat(grown.exists()).isTrue();
    assertThat(grown.orderBy(HERO.name.asc()).first()).map(Hero::name).contains("Batgirl");
    assertThat(heroes.all().where(HERO.name.contains("WAS")).list()).hasSize(1);
    assertThat(heroes.all().orderBy(HERO.age.asc()).list(new Paging(0, 4)))
        .extracting(Hero::name)
        .containsExactly("Robin", "Batgirl", "Wasp", "Hawk");
    assertThat(heroes.all().where(HERO.age.lt(0)).exists()).isFalse();
    assertThat(heroes.all().where(HERO.age.lt(0)).first()).isEmpty();
  }

  @Test
  void aPageSaysHowManyThereAre() {
    IntStream.rangeClosed(1, 7).forEach(n -> teams.insert(team("team " + n)));

    var page = teams.all().where(TEAM.id.gt(1L)).orderBy(TEAM.id.desc()).page(new Paging(4, 3));
    assertThat(page.items()).extracting(Team::id).containsExactly(3L, 2L);
    assertThat(page.total()).isEqualTo(6);
    assertThat(teams.all().list(new Paging(5, 10))).extracting(Team::id).containsExactly(6L, 7L);
  }

  @Test
  void aListOfTooManyValuesIsRefused() {
    var ids = IntStream.range(0, 1_001).mapToObj(n -> (long) n).toList();

    assertThatThrownBy(() -> teams.all().where(TEAM.id.in(ids)).count())
        .isInstanceOf(TooManyValues.class);
    assertThatThrownBy(() -> teams.all().where(TEAM.id.notIn(ids)).list())
        .isInstanceOf(TooManyValues.class);
  }

  @Test
  void aTransactionThatThrowsLeavesNothing() {
    teams.insert(team("there"));

    assertThatThrownBy(() ->
            teams.tx(() -> {
              teams.insert(team("new"));
              teams.update(1L, Changes.of(TEAM.name.to("other")));
              offers.insert(new Offer(0, "a", 1, 2, "here", terms()));
              assertThat(teams.all().count()).isEqualTo(2);
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");

    assertThat(teams.all().list()).containsExactly(new Team(1, "there", "x"));
    assertThat(offers.all().exists()).isFalse();
  }

  @Test
  void anInnerTransactionIsUndoneAlone() {
    var added =
        teams.tx(() -> {
          teams.insert(team("first"));
          assertThatThrownBy(() ->
                  teams.tx(() -> {
                    teams.insert(team("second"));
                    offers.insert(new Offer(0, "a", 1, 2, "here", terms()));
                    return teams.insert(team("first"));
                  }))
              .isInstanceOf(Conflict.class);
          return teams.tx(() -> teams.insert(team("third")));
        });

    assertThat(teams.all().list()).extracting(Team::name).containsExactly("first", "third");
    assertThat(teams.get(added.id())).isEqualTo(added);
    assertThat(offers.all().count()).isZero();
  }

  @Test
  void aKeyThatIsGivenIsFoundAsItIs() {
    var id = UUID.fromString("f0000000-0000-4000-8000-000000000001");
    var kinds = repository(KINDS);
    var values = KINDS.shape().values(SAMPLE);
    values[0] = id;

    var row = kinds.insert(KINDS.shape().make(values));
    assertThat(kinds.get(id)).isEqualTo(row);
    assertThat(kinds.all().where(KINDS.id.eq(id)).list()).containsExactly(row);
  }

  @Test
  void aKeyThatNoRowCanHaveIsNotFound() {
    var badge = new BadgeTable.Key("A\u0000", 1);

    assertThat(badges.find(badge)).isEmpty();
    assertThatThrownBy(() -> badges.insert(Badge.of("A\u0000", 1, "Ann")))
        .isInstanceOf(Invalid.class);
  }

  private static Team team(String name) {
    return new Team(0, name, "x");
  }

  private static Offer.Terms terms() {
    return new Offer.Terms(1, List.of("x"));
  }
}
