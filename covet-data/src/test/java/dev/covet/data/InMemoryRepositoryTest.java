package dev.covet.data;

import static dev.covet.data.BadgeTable.BADGE;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Unavailable;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.query.Condition;
import golden.heroes.Hero;
import golden.heroes.Team;
import golden.kinds.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3.mem.coll, S3.mem.copy, S3.conc.lock, D45: rows in memory, and many threads at them. */
class InMemoryRepositoryTest {
  private final Repository<Team, Long> teams = Repository.inMemory(TEAM);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomConditionsFindWhatADatabaseFinds(long seed) {
    var some = new RandomConditions(seed);
    var kinds = Repository.inMemory(KINDS);
    var rows = IntStream.range(0, 60).mapToObj(_ -> kinds.insert(some.row())).toList();

    for (var n = 0; n < 2_000; n++) {
      var asked = some.condition(3);
      assertThat(kinds.all().where(asked.condition()).list())
          .as("%s", asked.condition())
          .containsExactlyInAnyOrderElementsOf(
              rows.stream().filter(it -> Boolean.TRUE.equals(asked.inJava().apply(it))).toList());
    }
  }

  @Test
  void everyColumnSortsAsInADatabase() {
    var some = new RandomConditions(7);
    var rows = IntStream.range(0, 40).mapToObj(_ -> some.row()).toList();
    var kinds = Repository.inMemory(KINDS);
    try (var driver = Databases.SQLITE.open(DatabaseLimits.STANDARD, _ -> {})) {
      driver.create(List.of(KINDS));
      var stored = Repository.of(KINDS, new Session(driver));
      rows.forEach(it -> assertThat(stored.insert(it)).isEqualTo(kinds.insert(it)));
      for (var column : KINDS.columns()) {
        if (column.equals(KINDS.moments) || column.equals(KINDS.tree)) continue;
        for (var order : List.of(column.asc(), column.desc(), column.asc().nullsFirst())) {
          assertThat(kinds.all().orderBy(order, KINDS.id.asc()).list())
              .as("%s", order)
              .isEqualTo(stored.all().orderBy(order, KINDS.id.asc()).list());
        }
      }
    }
  }

  @Test
  void aListIsAskedForAnElement() {
    var kinds = Repository.inMemory(KINDS);
    var moment = Instant.parse("2026-01-01T00:00:00Z");
    var values = KINDS.shape().values(new RandomConditions(1).row());
    values[KINDS.moments.index()] = List.of(Instant.EPOCH, moment);
    kinds.insert(KINDS.shape().make(values));

    assertThat(kinds.all().where(KINDS.moments.has(moment)).count()).isEqualTo(1);
    assertThat(kinds.all().where(KINDS.moments.has(moment.plusSeconds(1))).count()).isZero();
  }

  @Test
  void whatLooksAtOtherRowsIsRefusedInWords() {
    var heroes = Repository.inMemory(HERO);
    for (var condition :
        List.<Condition<Hero>>of(
            HERO.teamId.where(TEAM.name.eq("x")), HERO.teamId.follow(TEAM.name).eq("x"))) {
      assertThatThrownBy(() -> heroes.all().where(condition).list())
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("looks at other rows, which a repository in memory does not have");
    }
    assertThatThrownBy(() -> heroes.all().orderBy(HERO.teamId.follow(TEAM.name).asc()).list())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void nobodyChangesARowFromOutside() {
    var badges = Repository.inMemory(BADGE);
    var print = new byte[] {1, 2};
    var key = new BadgeTable.Key("A", 1);
    var at = Instant.EPOCH;
    badges.insert(new Badge("A", 1, "Ann", null, print, 0, at, at));
    print[0] = 9;
    badges.get(key).print()[1] = 9;
    badges.all().list().getFirst().print()[1] = 9;

    assertThat(badges.get(key).print()).containsExactly(1, 2);
  }

  @Test
  void everyThreadGetsKeysOfItsOwn() throws Exception {
    var work =
        IntStream.range(0, 2_000)
            .<Callable<Long>>mapToObj(n -> () -> teams.insert(new Team(0, "team " + n, "x")).id());

    assertThat(together(work.toList()))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
  }

  @Test
  void ofThreadsThatWantOneNameOneGetsIt() throws Exception {
    Callable<Boolean> work =
        () -> {
          try {
            return teams.insert(new Team(0, "Avengers", "x")).id() > 0;
          } catch (Conflict _) {
            return false;
          }
        };

    assertThat(together(java.util.Collections.nCopies(50, work))).containsOnlyOnce(true);
    assertThat(teams.all().count()).isEqualTo(1);
  }

  @Test
  void whatIsReadInATransactionIsStillSoWhenItWrites() throws Exception {
    var heroes = Repository.inMemory(HERO);
    heroes.insert(new Hero(0, "Wasp", "Janet", 0, null));
    Callable<Hero> older =
        () ->
            heroes.tx(() -> {
              @Nullable Integer age = heroes.get(1L).age();
              return heroes.update(1L, Changes.of(HERO.age.to(age == null ? 0 : age + 1)));
            });

    assertThat(together(java.util.Collections.nCopies(500, older))).doesNotHaveDuplicates();
    assertThat(heroes.get(1L).age()).isEqualTo(500);
  }

  @Test
  void othersSeeNothingOfATransactionThatIsUndone() throws Exception {
    var all = new ArrayList<Callable<Long>>();
    for (var n = 0; n < 200; n++) {
      all.add(() -> {
        assertThatThrownBy(() ->
                teams.tx(() -> {
                  teams.insert(new Team(0, "Avengers", "x"));
                  throw new IllegalStateException("undone");
                }))
            .hasMessage("undone");
        return 0L;
      });
      all.add(() -> teams.all().count());
    }

    assertThat(together(all)).containsOnly(0L);
  }

  @Test
  void twoThatWaitForEachOtherEndWithAnAnswer() throws Exception {
    var heroes = Repository.inMemory(HERO);
    var both = new CyclicBarrier(2);
    Callable<Boolean> one = () -> isDone(both, teams, heroes);
    Callable<Boolean> other = () -> isDone(both, heroes, teams);

    assertThat(together(List.of(one, other))).contains(false);
    assertThat(teams.all().count()).isZero();
  }

  private static boolean isDone(
      CyclicBarrier both, Repository<?, Long> first, Repository<?, Long> second) {
    try {
      return first.tx(() -> {
        first.all().count();
        both.await();
        return second.all().count() == 0;
      });
    } catch (Unavailable busy) {
      assertThat(busy).hasMessageEndingWith("are busy");
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <R> List<R> together(List<? extends Callable<R>> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<R>();
      for (Future<R> each : threads.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Test
  void rowsKeepWhatTheirTypeHolds() {
    var kinds = Repository.inMemory(KINDS);
    var row = kinds.insert(new RandomConditions(3).row());

    assertThat(kinds.all().where(KINDS.price.eq(row.price())).list())
        .extracting(Kinds::id)
        .containsExactly(row.id());
  }
}
