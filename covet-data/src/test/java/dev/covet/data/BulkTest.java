package dev.covet.data;

import static dev.covet.data.Expressions.when;
import static dev.covet.data.OfferTable.OFFER;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.BrokenRow;
import golden.heroes.Hero;
import golden.heroes.Team;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Details 25: many rows written at once keep their constraints, whichever database has them. */
@ParameterizedClass
@EnumSource
class BulkTest {
  private final Databases database;
  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private Session db;

  BulkTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO, OFFER));
    db = new Session(driver);
    for (var n = 1; n <= 3; n++) {
      db.insert(HERO, new Hero(0, "hero " + n, "x", n * 10, null));
      db.insert(OFFER, new Offer(0, "offer", n, 5, "x", new Offer.Terms(1, List.of())));
    }
    statements.clear();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void someRowsAreChangedByOneStatementAndCounted() {
    assertThat(db.from(HERO).where(HERO.age.ge(20)).update(Changes.of(HERO.secretName.to("new"))))
        .isEqualTo(2);
    assertThat(statements)
        .anyMatch(it -> it.matches("UPDATE hero SET secret_name = \\S+ WHERE age >= \\S+"));
    assertThat(db.from(HERO).where(HERO.secretName.eq("new")).count()).isEqualTo(2);
    assertThat(db.from(HERO).where(HERO.age.gt(99)).update(HERO.secretName.to("never"))).isZero();
    assertThat(db.from(HERO).update(HERO.age.to(null), HERO.secretName.to("all"))).isEqualTo(3);
  }

  @Test
  void whatIsLimitedIsChangedAsFarAsItGoes() {
    assertThat(db.from(HERO).orderBy(HERO.age.desc()).limit(1).update(HERO.secretName.to("old")))
        .isEqualTo(1);
    assertThat(db.get(HERO, 3).secretName()).isEqualTo("old");
    assertThat(db.from(HERO).orderBy(HERO.age.asc()).offset(1).limit(1).delete()).isEqualTo(1);
    assertThat(db.find(HERO, 2)).isEmpty();
  }

  @Test
  void aValueIsWorkedOutOfEachRow() {
    assertThat(db.from(HERO).update(HERO.age.setTo(HERO.age.plus(1)))).isEqualTo(3);
    assertThat(db.from(HERO).update(HERO.teamId.setTo(HERO.teamId.plus(0)))).isEqualTo(3);
    assertThat(db.from(HERO).orderBy(HERO.id.asc()).select(HERO.age).list())
        .containsExactly(11, 21, 31);
    assertThatThrownBy(() -> db.from(HERO).update(HERO.age.setTo(HERO.age.times(-1))))
        .isInstanceOf(RuntimeException.class);
    assertThat(db.get(HERO, 1).age()).isEqualTo(11);
    assertThatThrownBy(
            () -> db.insert(HERO, new Hero(0, "a", "b", 1, null), HERO.age.setTo(HERO.age.plus(1))))
        .hasMessageContaining("\"age\" is worked out of rows that are there");
  }

  @Test
  void aBrokenConstraintChangesNothing() {
    assertThatThrownBy(() -> db.from(HERO).update(HERO.secretName.to(" ")))
        .isInstanceOf(BrokenRow.class)
        .hasMessageContaining("secretName blank");
    var turned = new Offer(0, "offer", 6, 5, "x", new Offer.Terms(1, List.of()));
    assertThatThrownBy(() -> db.insert(OFFER, turned))
        .hasMessageMatching("Offer was not stored: \\w+ \\(low must not be above high\\)");
    assertThatThrownBy(() -> db.from(HERO).update(HERO.name.to("same")))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.problems().getFirst().field()).isEqualTo("name"));
    assertThatThrownBy(() -> db.from(HERO).update(HERO.teamId.to(99L)))
        .isInstanceOfSatisfying(
            Conflict.class, it -> assertThat(it.problems().getFirst().field()).isEqualTo("teamId"));
    assertThat(db.from(HERO).where(HERO.secretName.eq("x")).count()).isEqualTo(3);
  }

  /** Low is 1, 2 and 3: the rule breaks at the third row. */
  @Test
  void aRuleIsCheckedOnEachRow() {
    assertThatThrownBy(() -> db.from(OFFER).update(OFFER.high.to(2))).isInstanceOf(Invalid.class);
    assertThat(db.from(OFFER).where(OFFER.high.eq(5)).count()).isEqualTo(3);
    assertThat(db.from(OFFER).where(OFFER.low.le(2)).update(OFFER.high.to(2))).isEqualTo(2);
    assertThat(db.from(OFFER).where(OFFER.low.eq(OFFER.high)).count()).isEqualTo(1);
  }

  @Test
  void someRowsAreDeletedUnlessOthersReferToThem() {
    var team = db.insert(TEAM, new Team(0, "Avengers", "x"));
    db.from(HERO).where(HERO.age.eq(10)).update(HERO.teamId.to(team.id()));

    assertThatThrownBy(() -> db.from(TEAM).delete()).isInstanceOf(Conflict.class);
    assertThat(db.from(HERO).where(HERO.teamId.where(TEAM.name.eq("Avengers"))).delete())
        .isEqualTo(1);
    assertThat(db.from(HERO).count()).isEqualTo(2);
    assertThat(db.from(TEAM).delete()).isEqualTo(1);
  }

  /** A client that leaves a value out must not empty the table. */
  @Test
  void conditionsThatAreAllLeftOutAreNotAllRows() {
    var none = db.from(HERO).where(when("", HERO.name::contains));

    assertThatThrownBy(none::delete)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("every row of hero");
    assertThatThrownBy(() -> none.update(HERO.age.to(1))).isInstanceOf(IllegalStateException.class);
    assertThat(db.from(HERO).delete()).isEqualTo(3);
  }

  @Test
  void rowsAreKeptUntilTheTransactionEnds() {
    var oldest = db.from(HERO).orderBy(HERO.age.desc());

    assertThat(db.tx(() -> oldest.forUpdate().first()).orElseThrow().age()).isEqualTo(30);
    assertThat(db.tx(() -> oldest.skipLocked().limit(2).list())).hasSize(2);
    assertThatThrownBy(() -> oldest.forUpdate().list()).hasMessageContaining("db.tx(...)");
    assertThatThrownBy(() -> db.readOnly(() -> oldest.forUpdate().list()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsReadOnlyWritesNothing() {
    assertThatThrownBy(() -> db.readOnly(() -> db.from(HERO).delete()))
        .isInstanceOf(IllegalStateException.class);
  }
}
