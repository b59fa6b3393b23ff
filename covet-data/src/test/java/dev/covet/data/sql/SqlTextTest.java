package dev.covet.data.sql;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.HeroWithTeamProjection.HERO_WITH_TEAM;
import static golden.heroes.TeamTable.TEAM;
import static golden.heroes.TeamWithHeroesProjection.TEAM_WITH_HEROES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.data.Expressions;
import dev.covet.data.query.Condition;
import dev.covet.data.query.RowLock;
import dev.covet.data.query.Selection;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Identifiers;
import dev.covet.data.table.Mapping;
import dev.covet.data.type.SqlType;
import golden.heroes.Hero;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.db.sql, D1: texts of statements are few, made once, and hold no values. */
class SqlTextTest {
  private static final String SELECT = "SELECT id,name,secret_name,age,team_id FROM hero";

  private final Plan<Hero, Hero> plan = new Plan<>(HERO, SqlTerms.of(new Numbered()));
  private final Statements<Hero, Long> statements =
      new Statements<>(HERO, SqlTerms.of(new Numbered()));

  @Test
  void staticStatementsAreMadeOnce() {
    assertThat(textOf(1L)).isSameAs(textOf(2L)).isEqualTo(SELECT + " WHERE id = $1");
    assertThat(statements.delete(1L).text())
        .isSameAs(statements.delete(2L).text())
        .isEqualTo("DELETE FROM hero WHERE id = $1");
    assertThat(statements.inserts().one(values(), false).text())
        .isSameAs(statements.inserts().one(values(), false).text())
        .isEqualTo(
            "INSERT INTO hero (name,secret_name,age,team_id) VALUES ($1,$2,$3,$4) RETURNING id");
    assertThat(statements.inserts().one(values(), true).text())
        .endsWith("(id,name,secret_name,age,team_id) VALUES ($1,$2,$3,$4,$5) RETURNING id");
    assertThat(statements.exists(1L).text()).isEqualTo("SELECT id FROM hero WHERE id = $1");
  }

  @Test
  void anUpdateHasOneTextForEachSetOfColumns() {
    assertThat(update(1, 3).text())
        .isSameAs(update(1, 3).text())
        .isEqualTo(
            "UPDATE hero SET name = $1,age = $2 WHERE id = $3"
                + " RETURNING id,name,secret_name,age,team_id");
    assertThat(update(1, 3).arguments()).extracting(Sql.Argument::value).endsWith(7L).hasSize(3);
    assertThat(update(3).text()).startsWith("UPDATE hero SET age = $1 WHERE id = $2 ");
  }

  @Test
  void moreSetsOfColumnsThanAreKeptHaveTheirTexts() {
    var wide = new Statements<>(Wide.WIDE, SqlTerms.of(new Numbered()));
    for (var set = 1; set <= UpdateStatements.UPDATES_MAX + 10; set++) {
      var columns = BitSet.valueOf(new long[] {(long) set << 1});
      var sql = wide.updates().update(1L, new Object[Wide.COLUMNS], columns);
      assertThat(sql.arguments()).hasSize(columns.cardinality() + 1);
      columns.stream().forEach(at -> assertThat(sql.text()).containsPattern("\\bc" + at + " = "));
    }
  }

  @Test
  void queriesOfOneShapeHaveOneText() {
    var first = rows(adults(18, "a", 10));
    var second = rows(adults(21, "b", 20));

    assertThat(second.text())
        .isSameAs(first.text())
        .isEqualTo(SELECT + " WHERE age >= $1 AND name HAS $2 ORDER BY name,id LIMIT $3");
    assertThat(second.arguments()).extracting(Sql.Argument::value).containsExactly(21, "b", 20L);
  }

  static List<Sql> numbered() {
    var statements = new Statements<>(HERO, SqlTerms.of(new Numbered()));
    var bulk = statements.bulk();
    var some = Selection.of(HERO.name.endsWith("x")).orderBy(List.of(HERO.age.desc()));
    var changed = new BitSet();
    changed.set(1, 4);
    var assigned = values();
    assigned[3] = HERO.age.plus(2).times(3).formula();
    var named = HERO.name.concat("a").concat("b");
    var picking =
        new Selection.Picking<>(
            HERO,
            List.of(named.formula(), Expressions.<Hero>count().formula()),
            List.of(named.formula()),
            Expressions.<Hero>count().gt(1),
            false,
            some.orderBy(List.of(named.desc())).limit(3));
    var within = new Condition.AmongFound<>(HERO.name, picking.picked(List.of(named.formula())));
    return List.of(
        bulk.update(some.limit(2), assigned, changed),
        bulk.updateAndRead(some, assigned, changed),
        bulk.delete(some.offset(4)),
        bulk.pick(picking),
        bulk.count(picking),
        bulk.count(new Condition.Not<>(within)),
        bulk.first(some.where(HERO.teamId.where(new Condition.All<>(List.of(TEAM.id.gt(1)))))),
        statements.inserts().all(List.of(values(), values()), false),
        statements.inserts().ifAbsent(values(), HERO.name, true),
        statements.inserts().orUpdate(values(), List.of(HERO.name), false));
  }

  /** What PostgreSQL asks for. */
  @ParameterizedTest
  @MethodSource("numbered")
  void placeholdersAreNumberedInTheOrderOfTheirValues(Sql sql) {
    var numbers = Pattern.compile("\\$(\\d+)").matcher(sql.text()).results();

    assertThat(numbers.map(it -> Integer.parseInt(it.group(1))))
        .as(sql.text())
        .isEqualTo(IntStream.rangeClosed(1, sql.arguments().size()).boxed().toList())
        .isNotEmpty();
  }

  @Test
  void rowsThatAreKeptAreThoseOfTheQuerysOwnTable() {
    var all = Selection.of(HERO.age.eq(1));
    var joined = new Plan<>(HERO_WITH_TEAM, SqlTerms.of(new Numbered()));

    assertThat(rows(all.locked(RowLock.SKIP).limit(1)).text())
        .endsWith(" WHERE age = $1 ORDER BY id LIMIT $2 LOCK SKIP hero");
    assertThat(
            asked(fetch -> joined.read(joined.rows(all.locked(RowLock.WAIT)), fetch))
                .getFirst()
                .text())
        .endsWith(" WHERE t0.age = $1 LOCK WAIT t0");
  }

  @Test
  void whatDiffersInMoreThanValuesHasAnotherText() {
    var texts =
        List.of(
            text(HERO.age.eq(1)),
            text(HERO.age.ne(1)),
            text(HERO.id.eq(1)),
            text(HERO.age.isNull()),
            text(HERO.age.in(List.of())),
            text(HERO.age.in(List.of(1))),
            text(HERO.age.in(List.of(1, 2))),
            text(new Condition.Not<>(HERO.age.eq(1))),
            text(HERO.name.eq("\u0000")),
            text(new Condition.All<>(List.of(HERO.age.eq(1), HERO.id.eq(1)))),
            text(new Condition.Any<>(List.of(HERO.age.eq(1), HERO.id.eq(1)))));

    assertThat(texts).doesNotHaveDuplicates();
    assertThat(text(HERO.age.in(List.of(1, 2, 3))))
        .isSameAs(text(HERO.age.in(List.of(4, 5, 6, 7))));
  }

  @Test
  void noMoreTextsAreKeptThanTheirBound() {
    var texts = new SqlTexts();
    for (var n = 0; n < 1_000; n++) {
      assertThat(texts.of(List.of("a", Integer.toString(n)))).isEqualTo("a" + n);
      assertThat(texts.size()).isBetween(1, SqlTexts.TEXTS_MAX);
    }
  }

  @Test
  void projectionsJoinAndFollowByTextsMadeOnce() {
    var joined = new Plan<>(HERO_WITH_TEAM, SqlTerms.of(new Numbered()));
    assertThat(asked(fetch -> joined.find(1L, fetch)).getFirst().text())
        .isSameAs(asked(fetch -> joined.find(2L, fetch)).getFirst().text())
        .endsWith(" FROM hero t0 LEFT JOIN team t1 ON t1.id = t0.team_id WHERE t0.id = $1");
    assertThat(new Plan<>(TEAM_WITH_HEROES, SqlTerms.of(new Numbered())).isOneStatement())
        .isFalse();
  }

  @Test
  void aKeyThatNoColumnHoldsIsOfNoRow() {
    var keyed =
        new ByKey<>(SqlTerms.of(new Numbered()).writer().add("SELECT 1"), HERO.name, "", "");

    assertThat(keyed.of("a").text()).isEqualTo("SELECT 1 WHERE name = $1");
    assertThat(keyed.of("a\u0000").text()).isEqualTo("SELECT 1 WHERE name <> name");
    assertThat(keyed.of("a\u0000").arguments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a-b", "a b", "a\"", "\u00e4", "a.b", "a;", "a\u0000"})
  void whatIsNoPlainNameIsNoColumn(String name) {
    assertThatThrownBy(() -> ColumnSpec.of(0, "a", name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesHaveALengthAndReservedOnesAreQuoted() {
    assertThat(Identifiers.sql("a".repeat(63))).hasSize(63);
    assertThatThrownBy(() -> Identifiers.sql("a".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Identifiers.sql("order")).isEqualTo("\"order\"");
    assertThat(Identifiers.sql("_A9")).isEqualTo("_A9");
  }

  private static Selection<Hero> adults(int age, String part, int limit) {
    var both = new Condition.All<>(List.of(HERO.age.ge(age), HERO.name.contains(part)));
    return Selection.of(both).orderBy(List.of(HERO.name.asc())).limit(limit);
  }

  private String textOf(long key) {
    return asked(fetch -> plan.find(key, fetch)).getFirst().text();
  }

  private String text(Condition<Hero> condition) {
    return rows(Selection.of(condition)).text();
  }

  private Sql rows(Selection<Hero> query) {
    return asked(fetch -> plan.read(plan.rows(query), fetch)).getFirst();
  }

  private static List<Sql> asked(Function<Fetch, List<?>> read) {
    var heard = new Heard();
    assertThat(read.apply(heard)).isEmpty();
    return heard.statements;
  }

  private Sql update(int... columns) {
    var changed = new BitSet();
    IntStream.of(columns).forEach(changed::set);
    return statements.updates().update(7L, values(), changed);
  }

  private static @Nullable Object[] values() {
    return HERO.shape().values(new Hero(0, "a", "b", null, null));
  }

  /** Hears statements and gives no rows. */
  private static final class Heard implements Fetch {
    private final List<Sql> statements = new ArrayList<>();

    @Override
    public <R extends @Nullable Object> List<R> query(
        Sql sql, Function<? super Row, ? extends R> each) {
      statements.add(sql);
      return Collections.emptyList();
    }
  }

  /** Numbers its placeholders. */
  private static final class Numbered implements Dialect {
    @Override
    public List<String> definitions(Mapping<?, ?> table) {
      return List.of();
    }

    @Override
    public String placeholder(int number, SqlType<?> type) {
      return "$" + number;
    }

    @Override
    public int depthMax() {
      return 1_000;
    }

    @Override
    public int parametersMax() {
      return 65_535;
    }

    @Override
    public String containing(String column, String placeholder) {
      return column + " HAS " + placeholder;
    }

    @Override
    public String part(String text) {
      return text;
    }

    @Override
    public String having(String list, String placeholder) {
      return list + " HOLDS " + placeholder;
    }

    @Override
    public String locking(RowLock lock, String rows) {
      return " LOCK " + lock + " " + rows;
    }

    @Override
    public String starting(String text, String placeholder) {
      return text + " STARTS " + placeholder;
    }

    @Override
    public String ending(String text, String first, String second) {
      return text + " ENDS " + first + second;
    }

    @Override
    public String like(String text, String placeholder) {
      return text + " LIKE " + placeholder;
    }

    @Override
    public String ilike(String text, String placeholder) {
      return text + " ILIKE " + placeholder;
    }

    @Override
    public Object key(SqlType<?> type, Object key) {
      return key;
    }

    @Override
    public String read(String column, SqlType<?> type) {
      return column;
    }

    @Override
    public String elements(String placeholder, SqlType<?> type) {
      return "ELEMENTS " + placeholder;
    }

    @Override
    public String amongKeys(String column, SqlType<?> type, String placeholder) {
      return column + " AMONG " + placeholder;
    }
  }
}
