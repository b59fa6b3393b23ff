package dev.covet.data;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Cursor;
import dev.covet.api.Invalid;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.query.Order;
import dev.covet.data.table.Column;
import dev.covet.data.table.ValueColumn;
import dev.covet.data.type.SqlType;
import golden.heroes.Hero;
import golden.heroes.HeroWithTeam;
import golden.heroes.Team;
import golden.kinds.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S4.db.page: parts of a list that go on where the last one ended, whichever database has it. */
@ParameterizedClass
@EnumSource
class KeysetTest {
  private final Databases database;
  private final List<String> statements = new ArrayList<>();
  private Driver driver;
  private Session db;

  KeysetTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() {
    driver = database.open(DatabaseLimits.STANDARD, statements::add);
    driver.create(List.of(TEAM, HERO, KINDS));
    db = new Session(driver);
    db.insert(TEAM, new Team(0, "Avengers", "x"));
    for (var n = 0; n < 11; n++) {
      db.insert(HERO, new Hero(0, "hero " + n, "x", n % 3 == 0 ? null : n % 4, n < 6 ? 1L : null));
    }
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void everyOrderIsWalkedThroughWhateverIsNull() {
    for (var order : List.of(HERO.age.asc(), HERO.age.desc())) {
      for (var each : List.of(order, order.nullsFirst(), order.nullsLast())) {
        var all = db.from(HERO).orderBy(each, HERO.name.desc()).list();
        assertThat(walked(each, HERO.name.desc())).isEqualTo(all).hasSize(11);
      }
    }
    var byTeam = HERO.teamId.follow(TEAM.name).asc();
    assertThat(walked(byTeam, HERO.id.desc()))
        .isEqualTo(db.from(HERO).orderBy(byTeam, HERO.id.desc()).list());
  }

  private List<Hero> walked(Order<Hero> first, Order<Hero> second) {
    var rows = db.from(HERO).orderBy(first, second);
    var walked = new ArrayList<Hero>();
    @Nullable String next = null;
    do {
      var slice = rows.page(new Cursor(next, 2));
      walked.addAll(slice.items());
      next = slice.next();
    } while (next != null);
    return walked;
  }

  @Test
  void everyTypeThatHasAnOrderIsAPosition() {
    var some = new RandomConditions(5);
    db.tx(() -> {
      for (var n = 0; n < 12; n++) db.insert(KINDS, some.row());
      return true;
    });
    for (var column : KINDS.columns()) {
      if (column.equals(KINDS.moments) || column.equals(KINDS.tree)) continue;
      assertThat(halves(column)).as(column.name()).hasSize(12).doesNotHaveDuplicates();
    }
  }

  private List<Kinds> halves(Column<Kinds, ?> column) {
    var rows = db.from(KINDS).orderBy(column.desc());
    var first = rows.page(new Cursor(null, 6));
    var second = rows.page(new Cursor(first.next(), 6));
    assertThat(second.next()).isNull();
    var both = new ArrayList<>(first.items());
    both.addAll(second.items());
    return both;
  }

  @Test
  void theKeyAloneIsOneComparison() {
    var first = db.from(HERO_WITH_TEAM).page(new Cursor(null, 10));
    var second = db.from(HERO_WITH_TEAM).page(new Cursor(first.next(), 10));

    assertThat(second.items())
        .extracting(HeroWithTeam::hero)
        .extracting(Hero::id)
        .containsExactly(11L);
    assertThat(second.next()).isNull();
    assertThat(statements.getLast()).containsPattern(" WHERE t0.id > \\S+ ORDER BY t0.id LIMIT ");
  }

  @Test
  void rowsThatComeAndGoMoveNothing() {
    var rows = db.from(HERO).orderBy(HERO.name.asc());
    var first = rows.page(new Cursor(null, 3));
    db.delete(HERO, first.items().getLast().id());
    db.insert(HERO, new Hero(0, "a first one", "x", null, null));

    assertThat(rows.page(new Cursor(first.next(), 100)).items()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "aWQ8bAArbm8", "aWQ8bAArMQArMg", "aWQ-bAArMQ", "\u00e4", "", "aWQ8bAA"})
  void whatIsNoPositionIsAProblemOfTheClient(String after) {
    assertThatThrownBy(() -> db.from(HERO).page(new Cursor(after, 3)))
        .isInstanceOfSatisfying(
            Invalid.class,
            it ->
                assertThat(it.problems().getFirst().location()).containsExactly("query", "after"));
  }

  /** One moment at two offsets is neither less nor more, and two rows all the same. */
  @Test
  void valuesThatAreAlikeInJavaAreWalkedThroughAsTheyAreStored() {
    for (var offset : List.of("+01:00", "+02:00", "+03:00")) {
      var text = "2026-01-31T11:00:00.000000Z" + offset;
      db.insert(HERO, new Hero(0, text, "moment", null, null));
    }
    var moments = new ValueColumn<>(HERO.shape(), HERO.name.spec(), SqlType.OFFSET_DATE_TIME).asc();
    var rows = db.from(HERO).where(HERO.secretName.eq("moment")).orderBy(moments);
    var second = rows.page(new Cursor(rows.page(new Cursor(null, 1)).next(), 1));

    assertThat(rows.page(new Cursor(second.next(), 1)).items())
        .extracting(Hero::name)
        .containsExactly("2026-01-31T11:00:00.000000Z+03:00");
  }

  @Test
  void aSecretIsNoPosition() {
    var secret = new ValueColumn<>(HERO.shape(), HERO.name.spec(), SqlType.SECRET).asc();

    assertThatThrownBy(() -> db.from(HERO).orderBy(secret).page(new Cursor(null, 3)))
        .hasMessageContaining("not sorted by a Secret");
  }

  @Test
  void aPositionOfAnotherOrderIsNone() {
    var next = db.from(HERO).orderBy(HERO.name.asc()).page(new Cursor(null, 3)).next();
    var position = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);

    assertThat(position).isEqualTo("name<lid<l\u0000+hero 10\u0000+11");
    assertThatThrownBy(() -> db.from(HERO).orderBy(HERO.name.desc()).page(new Cursor(next, 3)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> db.from(HERO).limit(3).page(new Cursor(null, 3)))
        .hasMessage("page(cursor) has its limit from the cursor");
  }

  @Test
  void aStreamReadsBlocksAndHoldsNothingInBetween() {
    db.insertAll(
        TEAM, IntStream.range(0, 2_500).mapToObj(n -> new Team(0, "team " + n, "x")).toList());
    statements.clear();

    try (var teams = db.from(TEAM).orderBy(TEAM.name.desc()).stream()) {
      assertThat(teams.peek(it -> db.from(HERO).exists()).map(Team::name).distinct().count())
          .isEqualTo(2_501);
    }
    assertThat(statements).filteredOn(it -> it.contains("FROM team")).hasSize(3);
    assertThat(db.from(TEAM).orderBy(TEAM.id.asc()).offset(1).limit(1_200).stream())
        .hasSize(1_200)
        .first()
        .isEqualTo(db.get(TEAM, 2));
    assertThat(db.from(TEAM).where(TEAM.id.lt(0)).stream()).isEmpty();
  }
}
