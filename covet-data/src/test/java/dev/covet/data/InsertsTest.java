package dev.covet.data;

import static dev.covet.data.BadgeTable.BADGE;
import static dev.covet.data.OfferTable.OFFER;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.covet.api.Conflict;
import dev.covet.api.NotFound;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.BrokenRow;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * S2.db.getsave: rows that are added, or changed if they are there, whichever database has them.
 */
@ParameterizedClass
@EnumSource
class InsertsTest {
  private final Databases database;
  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private Driver driver;
  private Session db;

  InsertsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO, OFFER, KINDS));
    db = new Session(driver);
    statements.clear();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 16, 17, 100, 1_023, 1_300})
  void manyRowsComeBackInTheirOrderWithTheirKeys(int count) {
    var rows = db.insertAll(HERO, heroes(count));

    assertThat(rows).extracting(Hero::name).isEqualTo(names(count));
    assertThat(rows).doesNotHaveDuplicates().allMatch(it -> it.id() > 0);
    assertThat(db.from(HERO).orderBy(HERO.id.asc()).list()).isEqualTo(rows);
    assertThat(statements).filteredOn(it -> it.startsWith("INSERT")).hasSizeLessThan(8);
  }

  @Test
  void keysThatAreGivenStay() {
    var rows = heroes(4);
    rows.set(1, new Hero(70, "given", "x", null, null));

    assertThat(db.insertAll(HERO, rows)).element(1).isEqualTo(rows.get(1));
    assertThat(db.get(HERO, 70).name()).isEqualTo("given");
    assertThat(db.insertAll(KINDS, List.of(SAMPLE, SAMPLE)))
        .doesNotHaveDuplicates()
        .allMatch(it -> it.id().version() == 4);
  }

  @Test
  void oneBrokenRowKeepsAllOut() {
    var rows = heroes(40);
    rows.set(33, new Hero(0, "hero 1", "x", null, null));
    assertThatThrownBy(() -> db.insertAll(HERO, rows))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.problems().getFirst().field()).isEqualTo("name"));
    rows.set(33, new Hero(0, "lost", "x", null, 7L));
    assertThatThrownBy(() -> db.insertAll(HERO, rows))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.problems().getFirst().field()).isEqualTo("teamId"));
    rows.set(33, new Hero(0, "", "x", null, null));
    assertThatThrownBy(() -> db.insertAll(HERO, rows))
        .isInstanceOf(BrokenRow.class)
        .hasMessageStartingWith("Row 34 of 40: Hero was not stored: name blank");
    assertThatThrownBy(() -> db.insertAll(HERO, rows.subList(33, 34)))
        .hasMessageStartingWith("Hero was not stored: name blank");
    assertThat(db.from(HERO).count()).isZero();
  }

  @Test
  void ofManyRowsTheLogSaysWhichAreAlike() {
    var rows = heroes(700);
    rows.set(650, new Hero(0, "hero 2", "x", null, null));
    try (var lines = new LogLines("dev.covet.data.write.BulkInserts")) {
      assertThatThrownBy(() -> db.insertAll(HERO, rows)).isInstanceOf(Conflict.class);

      assertThat(lines.messages(Level.INFO))
          .contains("rows_alike table=\"Hero\" field=\"name\" rows=\"3, 651\" of=\"700\"");
    }
  }

  @Test
  void saveInsertsWhileTheKeyIsNotSetElseWritesEveryColumn() {
    var saved = db.save(HERO, new Hero(0, "Wasp", "Janet", 30, null));
    var older = db.save(HERO, new Hero(saved.id(), "Wasp", "Hope", null, null));

    assertThat(older).isEqualTo(new Hero(saved.id(), "Wasp", "Hope", null, null));
    assertThat(db.from(HERO).list()).containsExactly(older);
    assertThatThrownBy(() -> db.save(HERO, new Hero(99, "x", "y", null, null)))
        .isInstanceOf(NotFound.class);
    var offer = db.insert(OFFER, offer(0, "here"));
    assertThat(db.save(OFFER, offer(offer.id(), "there")).origin()).isEqualTo("there");
  }

  @Test
  void aRowIsFoundOrInserted() {
    var first = db.findOrInsert(TEAM, TEAM.name.to("Avengers"), TEAM.headquarters.to("x"));
    statements.clear();

    assertThat(db.findOrInsert(TEAM, TEAM.name.to("Avengers"), TEAM.headquarters.to("y")))
        .isEqualTo(first);
    assertThat(statements).hasSize(1);
    assertThat(db.from(TEAM).list()).containsExactly(first);
    assertThatThrownBy(() -> db.findOrInsert(TEAM, TEAM.name.to("X-Men")))
        .hasMessageContaining("\"headquarters\" has no default");
    assertThatThrownBy(() -> db.findOrInsert(TEAM, TEAM.headquarters.to("x")))
        .hasMessageContaining("\"headquarters\" of Team is not @Unique");
    assertThatThrownBy(() -> db.findOrInsert(TEAM, TEAM.name.to(null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofManyThatInsertAtOnceAllGetTheSameRow() throws Exception {
    var start = new CyclicBarrier(8);
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < 20; round++) {
        var name = "team " + round;
        var found = new ArrayList<Future<Team>>();
        for (var n = 0; n < 8; n++) {
          found.add(
              workers.submit(() -> {
                start.await();
                return new Session(driver)
                    .findOrInsert(TEAM, TEAM.name.to(name), TEAM.headquarters.to("x"));
              }));
        }
        var team = found.getFirst().get();
        for (var other : found) assertThat(other.get()).isEqualTo(team);
      }
    }
    assertThat(db.from(TEAM).count()).isEqualTo(20);
  }

  @Test
  void anUpsertInsertsOrWritesOverWhatIsThere() {
    var wasp = db.upsert(HERO, new Hero(0, "Wasp", "Janet", 30, null), HERO.name);
    var other = db.upsert(HERO, new Hero(0, "Wasp", "Hope", null, null), HERO.name);

    assertThat(other).isEqualTo(new Hero(wasp.id(), "Wasp", "Hope", null, null));
    assertThat(db.upsert(HERO, new Hero(77, "Wasp", "x", 1, null), HERO.name).id())
        .isEqualTo(wasp.id());
    assertThat(db.upsert(HERO, new Hero(wasp.id(), "Hope", "x", 1, null)))
        .isEqualTo(new Hero(wasp.id(), "Hope", "x", 1, null));
    assertThat(db.upsert(HERO, new Hero(50, "Robin", "x", 1, null)).id()).isEqualTo(50);
    assertThat(db.upsert(HERO, new Hero(0, "New", "x", 1, null)).id()).isNotIn(wasp.id(), 50L);
    assertThat(db.from(HERO).count()).isEqualTo(3);
    assertThatThrownBy(() -> db.upsert(HERO, new Hero(50, "New", "x", 1, null)))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.problems().getFirst().field()).isEqualTo("name"));
    assertThatThrownBy(() -> db.upsert(HERO, new Hero(0, "a", "b", 1, null), HERO.age))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUpsertFindsItsRowByAllPartsOfAKey() {
    driver.create(List.of(BADGE));
    var first = db.upsert(BADGE, Badge.of("A", 0, "Ann"));
    var second = db.upsert(BADGE, Badge.of("A", 1, "Ben"));
    var again = db.upsert(BADGE, Badge.of("A", 0, "Cy"));

    assertThat(first.owner()).isEqualTo("Ann");
    assertThat(again.owner()).isEqualTo("Cy");
    assertThat(again.version()).isGreaterThan(first.version());
    assertThat(db.from(BADGE).orderBy(BADGE.number.asc()).select(BADGE.owner).list())
        .containsExactly("Cy", second.owner());
  }

  private static Offer offer(long id, String origin) {
    return new Offer(id, "offer", 1, 2, origin, new Offer.Terms(1, List.of()));
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(n -> "hero " + n).toList();
  }

  private static List<Hero> heroes(int count) {
    var rows = new ArrayList<Hero>();
    names(count).forEach(name -> rows.add(new Hero(0, name, "x", null, null)));
    return rows;
  }
}
