package dev.covet.data;

import static dev.covet.data.Expressions.not;
import static dev.covet.data.Expressions.or;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.query.Condition;
import golden.heroes.Hero;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D1: conditions that a loop puts together, more of them than a database nests. */
@Order(1) // it takes long
@ParameterizedClass
@EnumSource
class ManyConditionsTest {
  private final Databases database;

  /** Of SQLite's 1,000 levels {@code where} takes one, and the comparison at most four. */
  private static final int NOTS_MAX = 1_000 - 1 - 4;

  private Driver driver;
  private Session db;

  ManyConditionsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void insertHero() {
    driver = database.open(DatabaseLimits.STANDARD, _ -> {});
    db = new Session(driver);
    driver.create(List.of(TEAM, HERO));
    db.insert(HERO, new Hero(0, "Spider-Man", "Peter Parker", 23, null));
  }

  @AfterEach
  void close() {
    driver.close();
  }

  /** Conditions that hold for the hero, all but the last that {@code but} says. */
  private static List<Condition<Hero>> names(int count, String but) {
    return IntStream.range(0, count)
        .mapToObj(n -> HERO.name.ne(n == count - 1 ? but : "n" + n))
        .toList();
  }

  @SuppressWarnings("unchecked") // an array of conditions, as varargs are
  private static Condition<Hero>[] array(List<Condition<Hero>> conditions) {
    return conditions.toArray(Condition[]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 1_500, 30_000})
  void allOfThemInOneCall(int count) {
    assertThat(db.from(HERO).where(array(names(count, "x"))).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 1_500, 30_000})
  void theLastOfThemInOneCallCounts(int count) {
    assertThat(db.from(HERO).where(array(names(count, "Spider-Man"))).count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500, 5_000})
  void allOfThemOneAfterTheOther(int count) {
    var rows = db.from(HERO);
    for (var condition : names(count, "x")) {
      rows = rows.where(condition);
    }
    assertThat(rows.list()).hasSize(1);
    assertThat(rows.where(HERO.name.eq("nobody")).list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500, 5_000})
  void anyOfThemOneAfterTheOther(int count) {
    var any = HERO.name.eq("nobody");
    for (var n = 0; n < count; n++) {
      any = or(any, HERO.name.eq("n" + n));
    }
    assertThat(db.from(HERO).where(any).count()).isZero();
    assertThat(db.from(HERO).where(or(any, HERO.name.eq("Spider-Man"))).count()).isEqualTo(1);
  }

  @Test
  void anEmptyOrInAnotherStaysFalse() {
    assertThat(db.from(HERO).where(or(or(), Expressions.when(null, HERO.name::contains))).count())
        .isZero();
  }

  @Test
  void asDeepAsTheDatabaseTakes() {
    assertThat(db.from(HERO).where(nested(NOTS_MAX)).count()).isEqualTo(1);
  }

  @Test
  void deeperIsAFaultThatNamesTheLimit() {
    assertThatThrownBy(() -> db.from(HERO).where(nested(NOTS_MAX + 1)).count())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the database accepts 1000");
  }

  /** Holds for the hero if the levels are odd. */
  private static Condition<Hero> nested(int levels) {
    var condition = HERO.name.eq("nobody");
    for (var n = 0; n < levels; n++) {
      condition = not(condition);
    }
    return condition;
  }

  @Test
  void moreValuesThanAStatementTakesAreRefused() {
    var most = driver.dialect().parametersMax() - 2; // those of LIMIT and OFFSET

    assertThatThrownBy(() -> db.from(HERO).where(array(names(most + 1, "x"))).count())
        .isInstanceOf(TooManyValues.class)
        .hasMessage("At most " + most + " values can be asked for at once");
  }
}
