package dev.covet.data;

import static dev.covet.data.OfferTable.OFFER;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.base.limit.LimitSource;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.BrokenRow;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Details 25 and 26, beyond.md 4: rows that are changed or replaced, and the rules they keep. */
@ParameterizedClass
@EnumSource
class ChangesTest {
  private final Databases database;

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private Driver driver;
  private Session db;

  ChangesTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    open(DatabaseLimits.STANDARD);
  }

  private void open(DatabaseLimits limits) {
    driver = database.open(limits, statements::add);
    driver.create(List.of(TEAM, HERO, OFFER));
    db = new Session(driver);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void aChangeThatBreaksARuleOverSeveralComponentsIsTheClientsAndIsNotWritten() {
    db.insert(OFFER, offer(3, 5));

    assertThatThrownBy(() -> db.update(OFFER, 1, Changes.of(OFFER.low.to(6))))
        .isInstanceOfSatisfying(
            Invalid.class,
            it -> {
              assertThat(it.status()).isEqualTo(422);
              assertThat(it.problems().getFirst().code()).isEqualTo("is_ordered");
              assertThat(it.problems().getFirst().location()).containsExactly("body");
            });
    assertThat(db.get(OFFER, 1)).isEqualTo(stored(3, 5));
    assertThat(db.update(OFFER, 1, Changes.of(OFFER.low.to(6), OFFER.high.to(7))))
        .isEqualTo(stored(6, 7));
  }

  /** So that one statement is enough, which commits by itself. */
  @Test
  void whatBreaksAPlainRecordIsSeenBeforeAnythingIsWritten() {
    db.insert(TEAM, new Team(0, "Avengers", "New York"));
    statements.clear();

    assertThatThrownBy(() -> db.update(TEAM, 1, Changes.of(TEAM.name.to(" "))))
        .isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> db.save(TEAM, new Team(1, "", "Boston")))
        .isInstanceOf(BrokenRow.class);
    assertThat(statements).isEmpty();

    db.update(TEAM, 1, Changes.of(TEAM.headquarters.to("Boston")));
    db.save(TEAM, new Team(1, "Avengers", "Chicago"));
    assertThat(statements).hasSize(2);
    assertThat(db.get(TEAM, 1).headquarters()).isEqualTo("Chicago");
  }

  @Test
  void twoChangesThatBreakARuleOnlyTogetherAreNeverBothWritten() throws Exception {
    db.insert(OFFER, offer(0, 10));
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < 50; round++) {
        db.update(OFFER, 1, Changes.of(OFFER.low.to(0), OFFER.high.to(10)));
        var up = clients.submit(changing(Changes.of(OFFER.low.to(6))));
        var down = clients.submit(changing(Changes.of(OFFER.high.to(5))));

        assertThat(up.get()).isNotEqualTo(down.get());
        assertThat(db.get(OFFER, 1).isOrdered()).isTrue();
      }
    }
  }

  /** Whether it was written; a rule may refuse it. */
  private Callable<Boolean> changing(Changes<Offer> changes) {
    return () -> {
      try {
        new Session(driver).update(OFFER, 1, changes);
        return true;
      } catch (Invalid refused) {
        assertThat(refused.problems().getFirst().code()).isEqualTo("is_ordered");
        return false;
      }
    };
  }

  @Test
  void aRuleHoldsInATransactionWhichGoesOnWithoutTheChange() {
    db.insert(OFFER, offer(3, 5));
    db.tx(() -> {
      assertThatThrownBy(() -> db.update(OFFER, 1, Changes.of(OFFER.low.to(6))))
          .isInstanceOf(Invalid.class);
      return db.update(OFFER, 1, Changes.of(OFFER.high.to(9)));
    });

    assertThat(db.get(OFFER, 1)).isEqualTo(stored(3, 9));
  }

  @Test
  void aProgramThatBreaksAConstraintOfOneColumnIsToldSo() {
    db.insert(OFFER, offer(3, 5));

    assertThatThrownBy(() -> db.update(OFFER, 1, Changes.of(OFFER.low.to(-1))))
        .isInstanceOf(BrokenRow.class)
        .hasMessageContaining("low too_small");
    assertThatThrownBy(() -> db.insert(OFFER, offer(6, 5)))
        .isInstanceOf(BrokenRow.class)
        .hasMessageContaining("is_ordered");
    assertThat(db.from(OFFER).list()).containsExactly(stored(3, 5));
  }

  @Test
  void replaceWritesAllButTheKeyAndWhatIsReadOnlyAndReturnsTheRow() {
    db.insert(OFFER, offer(3, 5));
    statements.clear();
    var other = new Offer(99, "other", 1, 2, "elsewhere", new Offer.Terms(9, List.of()));

    assertThat(db.replace(OFFER, 1, other))
        .isEqualTo(new Offer(1, "other", 1, 2, "here", new Offer.Terms(9, List.of())))
        .isEqualTo(db.get(OFFER, 1));
    assertThat(statements.getFirst())
        .startsWith("UPDATE offer SET name = ?,low = ?,high = ?,terms = ?");
  }

  @Test
  void replaceKeepsRulesAndSaysWhatIsNotThereAndWhatIsTaken() {
    db.insert(OFFER, offer(3, 5));
    db.insert(TEAM, new Team(0, "Avengers", "x"));
    db.insert(TEAM, new Team(0, "Preventers", "x"));

    assertThatThrownBy(() -> db.replace(OFFER, 1, offer(6, 5))).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> db.replace(OFFER, 2, offer(3, 5)))
        .isInstanceOf(NotFound.class)
        .hasMessage("Offer not found");
    assertThatThrownBy(() -> db.replace(TEAM, 2, new Team(0, "Avengers", "y")))
        .isInstanceOf(Conflict.class);
    assertThat(db.get(OFFER, 1)).isEqualTo(stored(3, 5));
    assertThat(db.get(TEAM, 2)).isEqualTo(new Team(2, "Preventers", "x"));
  }

  @Test
  void aNestedRecordIsStoredAsJsonAndReadBack() {
    var terms = new Offer.Terms(3, List.of("Paris", "\"\u00e4\""));
    var row = db.insert(OFFER, new Offer(0, "a", 1, 2, "here", terms));

    assertThat(db.get(OFFER, row.id()).terms()).isEqualTo(terms);
    assertThat(
            db.update(OFFER, row.id(), Changes.of(OFFER.terms.to(new Offer.Terms(1, List.of()))))
                .terms())
        .isEqualTo(new Offer.Terms(1, List.of()));
    assertThatThrownBy(() -> db.from(OFFER).where(OFFER.terms.eq(terms)).count())
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** D2: {@code resultRowsMax}. */
  @Test
  void moreRowsThanOneStatementMayGiveAreAFaultThatSaysWhatToDo() {
    driver.close();
    open(LimitSource.with(Map.of("resultRowsMax", 3), DatabaseLimits::from));
    for (var n = 0; n < 4; n++) {
      db.insert(TEAM, new Team(0, "team " + n, "x"));
    }

    assertThat(db.from(TEAM).limit(3).list()).hasSize(3);
    assertThatThrownBy(() -> db.from(TEAM).list())
        .isInstanceOf(DatabaseFault.class)
        .hasMessageStartingWith("more than 3 rows: ask for fewer with limit(...), in: SELECT id,");
    assertThat(db.from(TEAM).count()).isEqualTo(4);
  }

  /** S4.schema.er, D22: names are unique, ages are not. */
  @Test
  void namesOfTeamsAndHeroesAreUniqueAndAgesAreNot() {
    db.insert(TEAM, new Team(0, "Avengers", "x"));
    db.insert(HERO, new Hero(0, "Spider-Man", "Peter", 23, 1L));

    assertThatThrownBy(() -> db.insert(TEAM, new Team(0, "Avengers", "y")))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> db.insert(HERO, new Hero(0, "Spider-Man", "Miles", 17, 1L)))
        .isInstanceOf(Conflict.class);
    assertThat(db.insert(HERO, new Hero(0, "Wasp", "Janet", 23, 1L)).age()).isEqualTo(23);
  }

  private static Offer offer(int low, int high) {
    return new Offer(0, "name", low, high, "here", new Offer.Terms(1, List.of("x")));
  }

  private static Offer stored(int low, int high) {
    return new Offer(1, "name", low, high, "here", new Offer.Terms(1, List.of("x")));
  }
}
