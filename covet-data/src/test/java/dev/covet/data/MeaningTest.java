package dev.covet.data;

import static dev.covet.data.Expressions.not;
import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Changes.Assignment;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.error.BrokenRow;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.query.Condition;
import golden.heroes.Hero;
import golden.heroes.Team;
import golden.kinds.Kinds;
import golden.kinds.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P11, D45: what rows and conditions mean, whichever database holds them. */
@ParameterizedClass
@EnumSource
class MeaningTest {
  private final Databases database;

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private Driver driver;
  private Session db;

  MeaningTest(Databases database) {
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

  @Test
  void everyKindOfValueReadsBackAsInsertReturnedIt() {
    var row =
        insert(
            KINDS.flag.to(false),
            KINDS.small.to(Integer.MIN_VALUE),
            KINDS.big.to(Long.MAX_VALUE),
            KINDS.real.to(Double.MIN_VALUE),
            KINDS.text.to("'; DROP TABLE kinds; -- \u00e4 \ud83d\ude00 \\ %"),
            KINDS.state.to(State.DONE),
            KINDS.price.to(new BigDecimal("-9999999999999999.99")),
            KINDS.day.to(LocalDate.of(9_999, 12, 31)),
            KINDS.moment.to(Instant.parse("0001-01-01T00:00:00.000001Z")),
            KINDS.moments.to(List.of(Instant.parse("2026-01-31T12:00:00.123456Z"))),
            KINDS.tree.to(new JsonValue.Members(Map.of("a", new JsonValue.Text("\u0001\"")))));

    assertThat(row.text()).isEqualTo("'; DROP TABLE kinds; -- \u00e4 \ud83d\ude00 \\ %");
    assertThat(db.get(KINDS, row.id())).isEqualTo(row);
  }

  @Test
  void aRowWithoutKeyGetsARandomOne() {
    var first = insert();
    var second = insert();

    assertThat(first.id()).isNotEqualTo(second.id()).isNotEqualTo(SAMPLE.id());
    assertThat(first.id().version()).isEqualTo(4);
  }

  @Test
  void numbersAsKeysAreNeverGivenTwice() {
    db.insert(TEAM, new Team(0, "first", "x"));
    db.delete(TEAM, 1);

    assertThat(db.insert(TEAM, new Team(0, "second", "x")).id()).isEqualTo(2);
  }

  @Test
  void textIsSortedByCodePoint() {
    List.of("\ud83d\ude00", "\ufffd", "a", "Z", "\u00e4", "aa", "").forEach(this::insertText);

    assertThat(db.from(KINDS).orderBy(KINDS.text.asc()).list())
        .extracting(Kinds::text)
        .containsExactly("", "Z", "a", "aa", "\u00e4", "\ufffd", "\ud83d\ude00");
    assertThat(texts(KINDS.text.gt("a"))).doesNotContain("Z", "a", "");
  }

  @Test
  void equalityMindsCaseAndContainsFoldsAsciiAlone() {
    List.of("Stra\u00dfe", "\u00c4rger", "ANGER").forEach(this::insertText);

    assertThat(texts(KINDS.text.eq("anger"))).isEmpty();
    assertThat(texts(KINDS.text.contains("anger"))).containsExactly("ANGER");
    assertThat(texts(KINDS.text.contains("\u00e4rger"))).isEmpty();
    assertThat(texts(KINDS.text.contains("ASSE"))).isEmpty();
    assertThat(texts(KINDS.text.contains("RGE"))).containsExactly("\u00c4rger");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"%, a%b", "_, a_b", "\\, a\\b", "a%, a%b", "', '"})
  void containsTakesEveryCharacterAsItIs(String part, String found) {
    List.of("a%b", "a_b", "a\\b", "axb", "'").forEach(this::insertText);

    assertThat(texts(KINDS.text.contains(part))).containsExactly(found);
  }

  @Test
  void containsTakesTextsOfAnyLength() {
    var part = "\\%_\u00e4A".repeat(20_000);
    insertText("x" + part + "y");

    assertThat(count(KINDS.text.contains(part))).isEqualTo(1);
    assertThat(count(KINDS.text.contains(part + "z"))).isZero();
  }

  @Test
  void nullsAreLastAscendingAndFirstDescending() {
    insert(KINDS.big.to(2L));
    insert();
    insert(KINDS.big.to(1L));

    assertThat(db.from(KINDS).orderBy(KINDS.big.asc()).list())
        .extracting(Kinds::big)
        .containsExactly(1L, 2L, null);
    assertThat(db.from(KINDS).orderBy(KINDS.big.desc()).list())
        .extracting(Kinds::big)
        .containsExactly(null, 2L, 1L);
  }

  @Test
  void nullsAreSpokenOfOnlyWhereThereMayBeSome() {
    statements.clear();
    db.from(KINDS).orderBy(KINDS.text.asc(), KINDS.real.desc()).list();

    assertThat(statements.getLast()).endsWith("FROM kinds ORDER BY text,real DESC");
  }

  @Test
  void nullFulfilsNoComparison() {
    insert();

    assertThat(count(KINDS.big.ne(1))).isZero();
    assertThat(count(not(KINDS.big.eq(1L)))).isZero();
    assertThat(count(KINDS.big.isNull())).isEqualTo(1);
    assertThat(count(KINDS.big.in(List.of()))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1.50, 1, 0, 0, 1, 0, 1",
    "1.5, 1, 0, 0, 1, 0, 1",
    "1.505, 0, 1, 1, 1, 0, 0",
    "1.495, 0, 1, 0, 0, 1, 1",
    "-1E+30, 0, 1, 0, 0, 1, 1",
    "1E+30, 0, 1, 1, 1, 0, 0",
  })
  void decimalsCompareExactly(BigDecimal other, int eq, int ne, int lt, int le, int gt, int ge) {
    insert();

    assertThat(count(KINDS.price.eq(other))).isEqualTo(eq);
    assertThat(count(KINDS.price.ne(other))).isEqualTo(ne);
    assertThat(count(KINDS.price.lt(other))).isEqualTo(lt);
    assertThat(count(KINDS.price.le(other))).isEqualTo(le);
    assertThat(count(KINDS.price.gt(other))).isEqualTo(gt);
    assertThat(count(KINDS.price.ge(other))).isEqualTo(ge);
    assertThat(count(KINDS.price.in(List.of(other, BigDecimal.ZERO)))).isEqualTo(eq);
  }

  @Test
  void decimalsComeBackWithTheirScaleAndAreSortedAsNumbers() {
    assertThat(insert(KINDS.price.to(new BigDecimal("10"))).price())
        .isEqualTo(new BigDecimal("10.00"));
    insert(KINDS.price.to(new BigDecimal("9.9")));

    assertThat(db.from(KINDS).orderBy(KINDS.price.asc()).list())
        .extracting(Kinds::price)
        .containsExactly(new BigDecimal("9.90"), new BigDecimal("10.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "10000000000000000", "1E+1000000000"})
  void decimalsThatDoNotFitAreRefused(BigDecimal price) {
    assertThatThrownBy(() -> insert(KINDS.price.to(price)))
        .isInstanceOf(BrokenRow.class)
        .hasMessageContaining("price");
  }

  @Test
  void momentsAreCutToMicrosecondsBeforeInsertReturns() {
    var moment = Instant.parse("1969-12-31T23:59:59.999999999Z");
    var row = insert(KINDS.moment.to(moment), KINDS.moments.to(List.of(moment)));

    assertThat(row.moment()).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    assertThat(row.moments()).containsExactly(row.moment());
    assertThat(db.get(KINDS, row.id())).isEqualTo(row);
    assertThat(count(KINDS.moment.eq(moment))).isZero();
    assertThat(count(KINDS.moment.lt(moment))).isEqualTo(1);
    assertThat(count(KINDS.moment.ge(moment))).isZero();
    assertThat(count(KINDS.moment.lt(Instant.MAX))).isEqualTo(1);
    assertThat(count(KINDS.moment.gt(Instant.MIN))).isEqualTo(1);
  }

  @Test
  void momentsAndDaysBeyondFourDigitYearsAreRefused() {
    var last = Instant.parse("9999-12-31T23:59:59.999999Z");
    assertThat(insert(KINDS.moment.to(last)).moment()).isEqualTo(last);
    assertThatThrownBy(() -> insert(KINDS.moment.to(last.plusNanos(1_000))))
        .isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> insert(KINDS.day.to(LocalDate.of(0, 12, 31))))
        .isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> insert(KINDS.day.to(LocalDate.of(10_000, 1, 1))))
        .isInstanceOf(BrokenRow.class);
    assertThat(count(KINDS.day.lt(LocalDate.of(10_000, 1, 1)))).isEqualTo(1);
    assertThat(count(KINDS.day.ge(LocalDate.of(-1, 1, 1)))).isEqualTo(1);
  }

  @Test
  void numbersThatAreNoneAreRefusedAndZeroHasNoSign() {
    assertThat(insert(KINDS.real.to(-0.0)).real()).isEqualTo(0.0);
    assertThatThrownBy(() -> insert(KINDS.real.to(Double.NaN))).isInstanceOf(BrokenRow.class);
    assertThatThrownBy(() -> insert(KINDS.real.to(Double.POSITIVE_INFINITY)))
        .isInstanceOf(BrokenRow.class);
    assertThat(count(KINDS.real.eq(Double.NaN))).isZero();
    assertThat(count(KINDS.real.lt(Double.POSITIVE_INFINITY))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\ud83d", "a\ude00"})
  void textThatADatabaseCannotHoldIsRefusedAndEqualsNothing(String text) {
    assertThatThrownBy(() -> insert(KINDS.text.to(text)))
        .isInstanceOf(text.indexOf(0) < 0 ? BrokenRow.class : Invalid.class);
    assertThatThrownBy(() -> insert(KINDS.tree.to(new JsonValue.Text("\u0000"))))
        .isInstanceOf(Invalid.class);

    insertText("a");
    assertThat(count(KINDS.text.eq(text))).isZero();
    assertThat(count(KINDS.text.ne(text))).isEqualTo(1);
    assertThat(count(KINDS.text.contains(text))).isZero();
    assertThat(count(KINDS.text.in(List.of(text)))).isZero();
  }

  @Test
  void anEscapeThatOnlyLooksLikeNulIsKept() {
    var tree = new JsonValue.Text("\\u0000");

    assertThat(insert(KINDS.tree.to(tree)).tree()).isEqualTo(tree);
  }

  /** Numbers are read back with at most 10,000 digits. */
  @Test
  void jsonThatCouldNotBeReadAgainIsABrokenRow() {
    var number = new JsonValue.Decimal(new BigDecimal("1".repeat(10_001)));

    assertThatThrownBy(() -> insert(KINDS.tree.to(number)))
        .isInstanceOf(BrokenRow.class)
        .hasMessageContaining("tree");
  }

  @Test
  void jsonIsWrittenOnce() {
    var reads = new AtomicInteger();
    var moments =
        new AbstractList<Instant>() {
          @Override
          public Instant get(int at) {
            reads.incrementAndGet();
            return Instant.EPOCH;
          }

          @Override
          public int size() {
            return 1;
          }
        };
    var row = db.insert(KINDS, SAMPLE, KINDS.moments.to(moments));

    assertThat(reads).hasValue(1);
    assertThat(db.get(KINDS, row.id()).moments()).containsExactly(Instant.EPOCH);
  }

  @Test
  void keysReferToRowsBothWays() {
    assertThatThrownBy(() -> db.insert(HERO, new Hero(0, "Wasp", "Janet", null, 99L)))
        .isInstanceOf(Conflict.class);
    var team = db.insert(TEAM, new Team(0, "Avengers", "x"));
    db.insert(HERO, new Hero(0, "Wasp", "Janet", null, team.id()));
    assertThatThrownBy(() -> db.delete(TEAM, team.id())).isInstanceOf(Conflict.class);
  }

  @Test
  void anyNumberOfListedValuesUpToTheLimitIsAskedFor() {
    IntStream.range(0, 5).forEach(n -> insert(KINDS.small.to(n)));

    for (var size = 0; size <= 5; size++) {
      var listed = IntStream.range(0, size).boxed().toList();
      assertThat(count(KINDS.small.in(listed))).isEqualTo(size);
    }
    var most = IntStream.range(-997, 3).boxed().toList();
    assertThat(count(KINDS.small.in(most))).isEqualTo(3);
    var tooMany = IntStream.range(0, 1_001).boxed().toList();
    assertThatThrownBy(() -> count(not(KINDS.small.in(tooMany)))).isInstanceOf(TooManyValues.class);
  }

  /** D1. */
  @Test
  void moreParametersThanAStatementTakesAreRefusedBeforeItRuns() {
    insert();
    var listed = IntStream.rangeClosed(1, 1_000).boxed().toList();
    var within = Collections.nCopies(31, KINDS.small.in(listed)).toArray(Condition[]::new);
    var beyond = Collections.nCopies(70, KINDS.small.in(listed)).toArray(Condition[]::new);

    assertThat(count(Expressions.or(conditions(within)))).isEqualTo(1);
    statements.clear();
    assertThatThrownBy(() -> count(Expressions.or(conditions(beyond))))
        .isInstanceOfSatisfying(TooManyValues.class, it -> assertThat(it.status()).isEqualTo(400))
        .hasMessageMatching("At most \\d+ values can be asked for at once");
    assertThat(statements).isEmpty();
  }

  @SuppressWarnings("unchecked") // an array of a generic type cannot be made
  private static Condition<Kinds>[] conditions(Condition<?>[] any) {
    return (Condition<Kinds>[]) any;
  }

  @Test
  void jsonIsNotCompared() {
    assertThatThrownBy(() -> count(KINDS.moments.eq(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @SafeVarargs
  private Kinds insert(Assignment<Kinds>... assignments) {
    var values = KINDS.shape().values(SAMPLE);
    for (var assignment : assignments) {
      values[assignment.field().index()] = assignment.value();
    }
    return db.insert(KINDS, KINDS.shape().make(values));
  }

  private void insertText(String text) {
    insert(KINDS.text.to(text));
  }

  private long count(Condition<Kinds> condition) {
    return db.from(KINDS).where(condition).count();
  }

  private List<String> texts(Condition<Kinds> condition) {
    return db.from(KINDS).where(condition).list().stream().map(Kinds::text).toList();
  }
}
