package dev.covet.data;

import static dev.covet.data.Planned.id;
import static dev.covet.data.Planned.part;
import static dev.covet.data.Planned.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.OnDelete;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Step;
import dev.covet.data.query.SqlType;
import dev.covet.schema.Kind;
import dev.covet.schema.Limit;
import dev.covet.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S2.db.migrate, D56: tables that were changed step by step, with rows in them, are those that are
 * made anew.
 */
@Execution(value = ExecutionMode.SAME_THREAD, reason = "databases are opened once for all")
class EvolutionTest {
  private static final Map<Databases, Trio> OPEN = new EnumMap<>(Databases.class);

  /** A database with rows, one without, and one in which tables are made anew. */
  private record Trio(Driver real, Driver scratch, Driver fresh) {
    static Trio of(Databases on) {
      return new Trio(opened(on), opened(on), opened(on));
    }

    private static Driver opened(Databases on) {
      return on.open(DatabaseLimits.STANDARD, _ -> {});
    }

    void empty() throws SQLException {
      for (var driver : List.of(real, scratch, fresh)) {
        try (var there = SchemaFacts.of(driver.evolution().address())) {
          there.empty(driver.evolution().tables());
        }
      }
    }

    void close() {
      List.of(real, scratch, fresh).forEach(Driver::close);
    }
  }

  @AfterAll
  static void close() {
    OPEN.values().forEach(Trio::close);
    OPEN.clear();
  }

  private enum Early {
    OLD,
    NEW
  }

  private enum Late {
    OLD,
    NEW,
    NEWEST
  }

  private static final Schema POSITIVE = Schema.of(Kind.INT, Limit.atLeast("0"));
  private static final Schema SMALL =
      Schema.of(Kind.INT, Limit.atLeast("0"), new Limit.AtMost("100", false));

  private static final Planned.Part NAME = part("name", SqlType.TEXT);
  private static final Planned.Part AGE = part("age", SqlType.INT).limited(POSITIVE);
  private static final Planned TEAM = table("team", id(), NAME);
  private static final Planned.Part TEAM_ID =
      part("team_id", SqlType.LONG).to(() -> TEAM, OnDelete.REFUSE);

  /**
   * A change of tables.
   *
   * @param rows what puts rows in
   * @param care what a person has to look at
   * @param fill what a person fills in
   * @param left a query, and what it finds afterwards
   */
  private record Change(
      List<Planned> before,
      List<Planned> after,
      List<String> rows,
      Step.Care care,
      String fill,
      List<String> left) {
    static Change of(Planned before, Planned after) {
      return of(List.of(before), List.of(after));
    }

    static Change of(List<Planned> before, List<Planned> after) {
      return new Change(before, after, List.of(), Step.Care.NONE, "", List.of());
    }

    Change rows(String... sql) {
      return new Change(before, after, List.of(sql), care, fill, left);
    }

    Change loses() {
      return new Change(before, after, rows, Step.Care.LOSES, fill, left);
    }

    Change asks(String value) {
      return new Change(before, after, rows, Step.Care.ASKS, value, left);
    }

    Change leaves(String query, String... found) {
      var all = new ArrayList<>(List.of(query));
      all.addAll(List.of(found));
      return new Change(before, after, rows, care, fill, all);
    }
  }

  private static Planned hero(Planned.Part... parts) {
    var all = new ArrayList<>(List.of(id()));
    all.addAll(List.of(parts));
    return table("hero", all.toArray(Planned.Part[]::new));
  }

  private static Planned staff(Planned.Part name) {
    return table(
        "staff",
        id(),
        name,
        part("boss_id", SqlType.LONG).nullable().to(() -> staff(name), OnDelete.SET_NULL));
  }

  private static Planned first(String name, String other) {
    return table(
        name,
        id(),
        part("other_id", SqlType.LONG).nullable().to(() -> first(other, name), OnDelete.REFUSE));
  }

  private static Map<String, Change> columns() {
    var named = "INSERT INTO hero (id, name) VALUES (1, 'Deadpond'), (2, 'Rusty')";
    var aged = "INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', 30), (2, 'Rusty', 48)";
    return Map.ofEntries(
        Map.entry(
            "a nullable column is added",
            Change.of(hero(NAME), hero(NAME, AGE.nullable()))
                .rows(named)
                .leaves("SELECT age FROM hero WHERE id = 1", "null")),
        Map.entry(
            "a column with a default is added",
            Change.of(hero(NAME), hero(NAME, AGE.or("7")))
                .rows(named)
                .leaves("SELECT age FROM hero WHERE id = 2", "7")),
        Map.entry(
            "a column without a default is added",
            Change.of(hero(NAME), hero(NAME, AGE))
                .rows(named)
                .asks("5")
                .leaves("SELECT age FROM hero WHERE id = 2", "5")),
        Map.entry(
            "a unique column is added",
            Change.of(hero(NAME), hero(NAME, part("code", SqlType.LONG).unique()))
                .rows(named)
                .asks("id")
                .leaves("SELECT code FROM hero WHERE id = 2", "2")),
        Map.entry(
            "a column that counts changes is added",
            Change.of(hero(NAME), hero(NAME, part("version", SqlType.LONG).version()))
                .rows(named)
                .leaves("SELECT version FROM hero WHERE id = 2", "0")),
        Map.entry(
            "a column is dropped",
            Change.of(hero(NAME, AGE), hero(NAME))
                .rows(aged)
                .loses()
                .leaves("SELECT name FROM hero WHERE id = 2", "Rusty")),
        Map.entry(
            "a unique column with an index is dropped",
            Change.of(hero(NAME.unique(), AGE), hero(AGE))
                .rows(aged)
                .loses()
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "a column is renamed",
            Change.of(
                    hero(NAME.unique(), AGE),
                    hero(
                            part("called", SqlType.TEXT).unique(),
                            part("years", SqlType.INT).limited(POSITIVE))
                        .was("", Map.of("called", "name", "years", "age")))
                .rows(aged)
                .leaves("SELECT called, years FROM hero WHERE id = 2", "Rusty 48")),
        Map.entry(
            "a number becomes larger",
            Change.of(hero(NAME, part("age", SqlType.INT)), hero(NAME, part("age", SqlType.LONG)))
                .rows(aged)
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "a number becomes text",
            Change.of(hero(NAME, AGE), hero(NAME, part("age", SqlType.TEXT)))
                .rows(aged)
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "text becomes a number",
            Change.of(hero(NAME, part("age", SqlType.TEXT)), hero(NAME, AGE.indexed()))
                .rows("INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', '30')")
                .loses()
                .leaves("SELECT age + 1 FROM hero WHERE id = 1", "31")),
        Map.entry(
            "a column may be null",
            Change.of(hero(NAME, AGE), hero(NAME, AGE.nullable()))
                .rows(aged)
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "a column may not be null, and has a default",
            Change.of(hero(NAME, AGE.nullable()), hero(NAME, AGE.or("7")))
                .rows(named, "UPDATE hero SET age = 3 WHERE id = 1")
                .leaves("SELECT age FROM hero ORDER BY id", "3", "7")),
        Map.entry(
            "a column may not be null, and has no default",
            Change.of(hero(NAME, AGE.nullable()), hero(NAME, AGE))
                .rows(named, "UPDATE hero SET age = 3 WHERE id = 1")
                .asks("11")
                .leaves("SELECT age FROM hero ORDER BY id", "3", "11")),
        Map.entry(
            "a default is another one",
            Change.of(hero(NAME, AGE.or("7")), hero(NAME, AGE.or("8"))).rows(aged)));
  }

  private static Map<String, Change> rules() {
    var aged = "INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', 30), (2, 'Rusty', 48)";
    var early = part("state", SqlType.choice(Early.values()));
    var late = part("state", SqlType.choice(Late.values()));
    return Map.ofEntries(
        Map.entry(
            "a column becomes unique",
            Change.of(hero(NAME, AGE), hero(NAME.unique(), AGE)).rows(aged)),
        Map.entry(
            "a column is unique no longer",
            Change.of(hero(NAME.unique(), AGE), hero(NAME, AGE)).rows(aged)),
        Map.entry(
            "a column gets an index",
            Change.of(hero(NAME, AGE), hero(NAME, AGE.indexed())).rows(aged)),
        Map.entry(
            "a column loses its index",
            Change.of(hero(NAME.indexed(), AGE), hero(NAME, AGE)).rows(aged)),
        Map.entry(
            "an index over two columns is added",
            Change.of(hero(NAME, AGE), hero(NAME, AGE).index(true, "name", "age")).rows(aged)),
        Map.entry(
            "an index over two columns is another one",
            Change.of(
                    hero(NAME, AGE).index(true, "name", "age"),
                    hero(NAME, AGE).index(false, "age", "name"))
                .rows(aged)),
        Map.entry(
            "a constraint is another one",
            Change.of(hero(NAME, AGE), hero(NAME, AGE.limited(SMALL)))
                .rows(aged)
                .leaves("SELECT age FROM hero ORDER BY id", "30", "48")),
        Map.entry(
            "a constraint is gone",
            Change.of(hero(NAME, AGE), hero(NAME, part("age", SqlType.INT))).rows(aged)),
        Map.entry(
            "an enum has one more value",
            Change.of(hero(NAME, early), hero(NAME, late))
                .rows("INSERT INTO hero (id, name, state) VALUES (1, 'Deadpond', 'NEW')")
                .leaves("SELECT state FROM hero", "NEW")));
  }

  private static Map<String, Change> tables() {
    var team = "INSERT INTO team (id, name) VALUES (1, 'X-Force')";
    var hero = "INSERT INTO hero (id, name, team_id) VALUES (3, 'Deadpond', 1)";
    var cascading = part("team_id", SqlType.LONG).to(() -> TEAM, OnDelete.CASCADE);
    var plain = part("team_id", SqlType.LONG);
    var squad = table("squad", id(), NAME).was("team");
    var coded = table("team", part("code", SqlType.TEXT).key(), NAME);
    var slugged =
        table("team", part("slug", SqlType.TEXT).key(), NAME).was("", Map.of("slug", "code"));
    return Map.ofEntries(
        Map.entry(
            "a table is added",
            Change.of(List.of(TEAM), List.of(TEAM, hero(NAME.unique(), TEAM_ID.nullable())))
                .rows(team)),
        Map.entry(
            "a table that others refer to is dropped",
            Change.of(List.of(TEAM, hero(NAME, TEAM_ID)), List.of(hero(NAME)))
                .rows(team, hero)
                .loses()
                .leaves("SELECT name FROM hero", "Deadpond")),
        Map.entry(
            "a table that others refer to is renamed",
            Change.of(
                    List.of(table("team", id(), NAME.unique()), hero(NAME, TEAM_ID)),
                    List.of(
                        table("squad", id(), NAME.unique()).was("team"),
                        hero(NAME, part("team_id", SqlType.LONG).to(() -> squad, OnDelete.REFUSE))))
                .rows(team, hero)
                .leaves("SELECT squad.name FROM squad JOIN hero ON team_id = squad.id", "X-Force")),
        Map.entry(
            "a table that others refer to has another column",
            Change.of(
                    List.of(table("team", id(), NAME.nullable()), hero(NAME, TEAM_ID)),
                    List.of(TEAM, hero(NAME, TEAM_ID)))
                .rows(team, hero)
                .asks("'?'")
                .leaves("SELECT team.name FROM team JOIN hero ON team_id = team.id", "X-Force")),
        Map.entry(
            "a reference is added",
            Change.of(List.of(TEAM, hero(NAME, plain)), List.of(TEAM, hero(NAME, TEAM_ID)))
                .rows(team, hero)),
        Map.entry(
            "a reference is dropped",
            Change.of(List.of(TEAM, hero(NAME, TEAM_ID)), List.of(TEAM, hero(NAME, plain)))
                .rows(team, hero)),
        Map.entry(
            "a row that goes takes others along",
            Change.of(List.of(TEAM, hero(NAME, TEAM_ID)), List.of(TEAM, hero(NAME, cascading)))
                .rows(team, hero)),
        Map.entry(
            "a column that refers to rows is added",
            Change.of(List.of(TEAM, hero(NAME)), List.of(TEAM, hero(NAME, TEAM_ID)))
                .rows(team, "INSERT INTO hero (id, name) VALUES (3, 'Deadpond')")
                .asks("1")
                .leaves("SELECT team_id FROM hero", "1")),
        Map.entry(
            "a key that others refer to is renamed",
            Change.of(
                    List.of(
                        coded,
                        hero(
                            NAME,
                            part("team_code", SqlType.TEXT).to(() -> coded, OnDelete.REFUSE))),
                    List.of(
                        slugged,
                        hero(
                            NAME,
                            part("team_code", SqlType.TEXT).to(() -> slugged, OnDelete.REFUSE))))
                .rows(
                    "INSERT INTO team (code, name) VALUES ('x', 'X-Force')",
                    "INSERT INTO hero (id, name, team_code) VALUES (3, 'Deadpond', 'x')")
                .leaves("SELECT slug FROM team", "x")),
        Map.entry(
            "a table that refers to itself has another column",
            Change.of(staff(NAME.nullable()), staff(NAME.or("\"?\"")))
                .rows("INSERT INTO staff (id, name, boss_id) VALUES (1, null, null), (2, 'Ann', 1)")
                .leaves("SELECT name, boss_id FROM staff ORDER BY id", "? null", "Ann 1")),
        Map.entry(
            "two tables that refer to each other are added and dropped",
            Change.of(
                    List.of(
                        TEAM, first("left_side", "right_side"), first("right_side", "left_side")),
                    List.of(TEAM, first("up", "down"), first("down", "up")))
                .rows(team)
                .loses()),
        Map.entry(
            "a key has two columns",
            Change.of(
                    table("member", part("team", SqlType.LONG).key(), part("person", SqlType.LONG)),
                    table(
                        "member",
                        part("team", SqlType.LONG).key(),
                        part("person", SqlType.LONG).key()))
                .rows("INSERT INTO member (team, person) VALUES (1, 2)")
                .leaves("SELECT person FROM member", "2")),
        Map.entry(
            "a key is another column",
            Change.of(coded, table("team", id(), part("code", SqlType.TEXT).unique(), NAME))
                .rows("INSERT INTO team (code, name) VALUES ('x', 'X-Force')")
                .leaves("SELECT id, code FROM team", "1 x")));
  }

  private static Stream<Arguments> changes() {
    return Stream.of(columns(), rules(), tables())
        .flatMap(all -> all.entrySet().stream())
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each ->
            Stream.of(Databases.values())
                .map(on -> Arguments.of(on, Named.of(each.getKey(), each.getValue()))));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void tablesThatWereChangedAreThoseThatAreMadeAnew(Databases on, Change change)
      throws SQLException {
    var open = OPEN.computeIfAbsent(on, Trio::of);
    open.empty();
    open.real().create(change.before());
    open.scratch().create(change.before());
    open.fresh().create(change.after());
    try (var there = SchemaFacts.of(open.real().evolution().address());
        var anew = SchemaFacts.of(open.fresh().evolution().address())) {
      there.migrate(change.rows(), "");

      var steps = open.scratch().evolution().steps(change.after());
      var sql =
          steps.stream()
              .flatMap(step -> step.sql().stream())
              .map(text -> text.replace(Step.BLANK, change.fill()))
              .toList();
      there.migrate(sql, open.real().evolution().broken());

      assertThat(there.facts()).as(String.join(";\n", sql)).isEqualTo(anew.facts());
      assertThat(there.facts()).hasSizeGreaterThan(1);
      assertCare(change, steps);
      if (!change.left().isEmpty()) {
        assertThat(there.rows(change.left().getFirst()))
            .isEqualTo(change.left().subList(1, change.left().size()));
      }
    }
    assertThat(open.real().missing(change.after())).isEmpty();
    assertThat(open.real().differences(change.after())).isEmpty();
    assertThat(open.scratch().evolution().steps(change.after())).isEmpty();
  }

  private static void assertCare(Change change, List<Step> steps) {
    assertThat(steps.stream().flatMap(step -> step.notes().stream()).map(Step.Note::care))
        .allMatch(care -> care == Step.Care.NONE || care == change.care())
        .satisfies(all -> assertThat(steps.isEmpty() || all.contains(change.care())).isTrue());
  }
}
