package dev.covet.data;

import static dev.covet.data.Expressions.and;
import static dev.covet.data.Expressions.count;
import static dev.covet.data.Expressions.max;
import static dev.covet.data.Expressions.not;
import static dev.covet.data.Expressions.or;
import static dev.covet.data.Expressions.when;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.query.Condition;
import golden.heroes.Hero;
import golden.heroes.Team;
import golden.kinds.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D45, details 24: what conditions find, whichever database is asked. */
@ParameterizedClass
@EnumSource
class ConditionsTest {
  private final Databases database;
  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private Session db;

  ConditionsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO, KINDS));
    db = new Session(driver);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomConditionsFindWhatTheSamePredicateFindsInJava(long seed) {
    var some = new RandomConditions(seed);
    var rows = new ArrayList<Kinds>();
    db.tx(() -> {
      for (var n = 0; n < 60; n++) rows.add(db.insert(KINDS, some.row()));
      return true;
    });

    for (var n = 0; n < 800; n++) {
      var asked = some.condition(3);
      var found = db.from(KINDS).where(asked.condition()).list();
      assertThat(ids(found))
          .as("%s", asked.condition())
          .isEqualTo(ids(rows.stream().filter(it -> isTrue(asked.inJava().apply(it))).toList()));
    }
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }

  private static Set<UUID> ids(List<Kinds> rows) {
    return rows.stream().map(Kinds::id).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "spi%, ''",
    "Spi%, Spider-Man",
    "%_Man, Spider-Man",
    "\\%, %",
    "\\, \\",
    "\\\\, \\",
    "[a]*, [a]*",
    "_, '%,\\'",
  })
  void likeMindsCase(String pattern, String found) {
    List.of("Spider-Man", "%", "\\", "[a]*").forEach(name -> insert(name, null));

    assertThat(String.join(",", names(HERO.name.like(pattern)))).isEqualTo(found);
  }

  @Test
  void ilikeStartsWithAndEndsWithFoldAsciiAlone() {
    List.of("Spider-Man", "\u00c4rger").forEach(name -> insert(name, null));

    assertThat(names(HERO.name.ilike("spider%"))).containsExactly("Spider-Man");
    assertThat(names(HERO.name.startsWith("SPI"))).containsExactly("Spider-Man");
    assertThat(names(HERO.name.endsWith("mAN"))).containsExactly("Spider-Man");
    assertThat(names(HERO.name.endsWith("x-Spider-Man"))).isEmpty();
    assertThat(names(HERO.name.endsWith(""))).hasSize(2);
    assertThat(names(HERO.name.startsWith("\u00e4"))).isEmpty();
    assertThat(names(HERO.name.ilike("\u00e4%"))).isEmpty();
  }

  @Test
  void partsOfTextAreOfAnyLengthAndPatternsAreNot() {
    var part = "%_*?[a\\\u00e4".repeat(20_000);
    insert("a", null);

    assertThat(names(HERO.name.startsWith(part))).isEmpty();
    assertThat(names(HERO.name.endsWith(part))).isEmpty();
    assertThat(names(HERO.name.like("[".repeat(10_000)))).isEmpty();
    assertThat(names(HERO.name.ilike("\ud83d\ude00".repeat(5_000)))).isEmpty();
    assertThatThrownBy(() -> HERO.name.like("a".repeat(10_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A pattern has at most 10,000 characters");
  }

  @Test
  void conditionsMayComeInAList() {
    db.insertAll(TEAM, List.of(new Team(0, "sea birds", "x"), new Team(0, "sea", "birds")));
    var words = Stream.of("sea", "bird").map(TEAM.name::contains).toList();

    assertThat(db.from(TEAM).where(words).list())
        .extracting(Team::headquarters)
        .containsExactly("x");
    assertThat(db.from(TEAM).where(and(words)).count()).isEqualTo(1);
    assertThat(db.from(TEAM).where(or(words)).count()).isEqualTo(2);
    assertThat(db.from(TEAM).where(List.of()).count()).isEqualTo(2);
  }

  @Test
  void aRowIsAskedForByTheRowThatItRefersTo() {
    var avengers = team("Avengers");
    var xMen = team("X-Men");
    insert("Wasp", avengers);
    insert("Storm", xMen);
    insert("Robin", null);

    assertThat(names(HERO.teamId.where(TEAM.name.contains("aveng")))).containsExactly("Wasp");
    assertThat(statements.getLast()).contains(" WHERE team_id IN (SELECT id FROM team WHERE ");
    assertThat(names(not(HERO.teamId.where(TEAM.name.eq("X-Men"))))).containsExactly("Wasp");
    assertThat(names(HERO.teamId.where(and(TEAM.id.gt(0), TEAM.name.eq("X-Men")))))
        .containsExactly("Storm");
    assertThat(names(HERO.teamId.where(when("", TEAM.name::contains)))).hasSize(3);
    assertThat(names(HERO.teamId.follow(TEAM.name).startsWith("x"))).containsExactly("Storm");
    assertThat(names(HERO.teamId.follow(TEAM.name).isNull())).containsExactly("Robin");
    assertThat(db.from(HERO).orderBy(HERO.teamId.follow(TEAM.name).desc().nullsLast()).list())
        .extracting(Hero::name)
        .containsExactly("Storm", "Wasp", "Robin");
  }

  @Test
  void aQueryOfOneColumnIsAListForIn() {
    var avengers = team("Avengers");
    team("X-Men");
    insert("Wasp", avengers);
    insert("Robin", null);
    var named = db.from(TEAM).where(TEAM.name.startsWith("a")).select(TEAM.id);

    assertThat(names(HERO.teamId.in(named))).containsExactly("Wasp");
    assertThat(names(HERO.teamId.notIn(named))).isEmpty();
    assertThat(
            names(HERO.teamId.in(db.from(TEAM).orderBy(TEAM.id.desc()).limit(1).select(TEAM.id))))
        .isEmpty();
    assertThatThrownBy(() -> HERO.teamId.in(named.as(id -> id + 1)))
        .hasMessage("in(...) takes a query of one value, as it is selected");
  }

  /** In SQL, one null in the list would leave nothing outside of it. */
  @Test
  void nullInAQueryForInIsNoValue() {
    var avengers = team("Avengers");
    team("X-Men");
    insert("Wasp", avengers);
    insert("Robin", null);

    var empty = db.from(TEAM).where(TEAM.id.notIn(db.from(HERO).select(HERO.teamId))).list();
    assertThat(empty).extracting(Team::name).containsExactly("X-Men");
    var last = db.from(HERO).orderBy(HERO.id.desc()).limit(1).select(HERO.teamId);
    assertThat(db.from(TEAM).where(TEAM.id.in(last)).exists()).isFalse();
    assertThat(db.from(TEAM).where(TEAM.id.notIn(last)).count()).isEqualTo(2);
    var none = db.from(HERO).where(HERO.id.lt(0)).select(max(HERO.id));
    assertThat(db.from(TEAM).where(TEAM.id.notIn(none)).count()).isEqualTo(2);
    var most = db.from(HERO).groupBy(HERO.teamId).having(count().gt(0)).select(HERO.teamId);
    assertThat(db.from(TEAM).where(TEAM.id.in(most)).list()).containsExactly(avengers);
  }

  @Test
  void valuesOfARowAreComparedWithEachOther() {
    db.insert(HERO, new Hero(0, "same", "same", 1, null));
    db.insert(HERO, new Hero(0, "one", "other", 9, null));

    assertThat(names(HERO.name.eq(HERO.secretName))).containsExactly("same");
    assertThat(names(HERO.name.lt(HERO.secretName))).containsExactly("one");
    assertThat(names(HERO.secretName.length().lt(HERO.name.length()))).isEmpty();
    assertThatThrownBy(() -> KINDS.moments.eq(KINDS.moments))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aListIsAskedForAnElement() {
    var moment = Instant.parse("2026-01-31T12:00:00Z");
    var listed = db.insert(KINDS, SAMPLE, KINDS.moments.to(List.of(Instant.EPOCH, moment)));
    db.insert(KINDS, SAMPLE);

    assertThat(db.from(KINDS).where(KINDS.moments.has(moment)).list()).containsExactly(listed);
    assertThat(db.from(KINDS).where(not(KINDS.moments.has(Instant.EPOCH))).count()).isEqualTo(1);
    assertThat(db.from(KINDS).where(KINDS.moments.has(moment.plusNanos(1_000))).exists()).isFalse();
    assertThat(db.from(KINDS).where(KINDS.moments.has(moment.plusNanos(1))).exists()).isFalse();
    assertThat(db.from(KINDS).where(not(KINDS.moments.has(moment.plusNanos(1)))).count())
        .isEqualTo(2);
  }

  @Test
  void conditionsOfAnotherTableAreRefused() {
    assertThatThrownBy(() -> names(HERO.teamId.where(HERO.name.eq("x"))))
        .hasMessage("\"name\" is not a column of Team");
    assertThatThrownBy(() -> HERO.name.where(TEAM.name.eq("x")))
        .hasMessage("\"name\" refers to no table");
  }

  @Test
  void whetherThereIsARowTakesOneStatementAndNoRow() {
    insert("Wasp", null);
    statements.clear();

    assertThat(db.from(HERO).where(HERO.name.eq("Wasp")).exists()).isTrue();
    assertThat(db.from(HERO).where(HERO.name.eq("Robin")).exists()).isFalse();
    assertThat(statements)
        .hasSize(2)
        .allMatch(it -> it.startsWith("SELECT 1 FROM hero WHERE name = "));
  }

  private Team team(String name) {
    return db.insert(TEAM, new Team(0, name, "x"));
  }

  private void insert(String name, @Nullable Team team) {
    db.insert(HERO, new Hero(0, name, "x", null, team == null ? null : team.id()));
  }

  private List<String> names(Condition<Hero> condition) {
    var found = db.from(HERO).where(condition).orderBy(HERO.id.asc()).list();
    return found.stream().map(Hero::name).toList();
  }
}
