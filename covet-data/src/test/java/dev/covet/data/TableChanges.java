package dev.covet.data;

import static dev.covet.data.Planned.id;
import static dev.covet.data.Planned.part;
import static dev.covet.data.Planned.table;

import dev.covet.api.OnDelete;
import dev.covet.data.type.SqlType;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changes of tables, by what they are. */
final class TableChanges {
  private enum Early {
    OLD,
    NEW
  }

  private enum Late {
    OLD,
    NEW,
    NEWEST
  }

  private static final Schema POSITIVE = Schema.of(Kind.INT, Constraint.atLeast("0"));
  private static final Schema SMALL =
      Schema.of(Kind.INT, Constraint.atLeast("0"), new Constraint.AtMost("100", false));

  private static final Planned.Part NAME = part("name", SqlType.TEXT);
  private static final Planned.Part AGE = part("age", SqlType.INT).limited(POSITIVE);
  private static final Planned TEAM = table("team", id(), NAME);
  private static final Planned.Part TEAM_ID =
      part("team_id", SqlType.LONG).to(() -> TEAM, OnDelete.REFUSE);

  private TableChanges() {}

  /** All of them, in an order that is always the same. */
  static Map<String, TableChange> all() {
    var all = new TreeMap<String, TableChange>();
    Stream.of(
            addedColumns(),
            changedColumns(),
            columnsOrNull(),
            indexes(),
            constraints(),
            wholeTables(),
            references(),
            referredTables(),
            keys())
        .forEach(all::putAll);
    return all;
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

  private static Map<String, TableChange> addedColumns() {
    var named = "INSERT INTO hero (id, name) VALUES (1, 'Deadpond'), (2, 'Rusty')";
    return Map.ofEntries(
        Map.entry(
            "a nullable column is added",
            TableChange.of(hero(NAME), hero(NAME, AGE.nullable()))
                .rows(named)
                .leaves("SELECT age FROM hero WHERE id = 1", "null")),
        Map.entry(
            "a column with a default is added",
            TableChange.of(hero(NAME), hero(NAME, AGE.or("7")))
                .rows(named)
                .leaves("SELECT age FROM hero WHERE id = 2", "7")),
        Map.entry(
            "a column without a default is added",
            TableChange.of(hero(NAME), hero(NAME, AGE))
                .rows(named)
                .asks("5")
                .leaves("SELECT age FROM hero WHERE id = 2", "5")),
        Map.entry(
            "a unique column is added",
            TableChange.of(hero(NAME), hero(NAME, part("code", SqlType.LONG).unique()))
                .rows(named)
                .asks("id")
                .leaves("SELECT code FROM hero WHERE id = 2", "2")),
        Map.entry(
            "a column that counts changes is added",
            TableChange.of(hero(NAME), hero(NAME, part("version", SqlType.LONG).version()))
                .rows(named)
                .leaves("SELECT version FROM hero WHERE id = 2", "0")));
  }

  private static Map<String, TableChange> changedColumns() {
    var aged = "INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', 30), (2, 'Rusty', 48)";
    return Map.ofEntries(
        Map.entry(
            "a column is dropped",
            TableChange.of(hero(NAME, AGE), hero(NAME))
                .rows(aged)
                .loses()
                .leaves("SELECT name FROM hero WHERE id = 2", "Rusty")),
        Map.entry(
            "a unique column with an index is dropped",
            TableChange.of(hero(NAME.unique(), AGE), hero(AGE))
                .rows(aged)
                .loses()
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "a column is renamed",
            TableChange.of(
                    hero(NAME.unique(), AGE),
                    hero(
                            part("called", SqlType.TEXT).unique(),
                            part("years", SqlType.INT).limited(POSITIVE))
                        .was("", Map.of("called", "name", "years", "age")))
                .rows(aged)
                .leaves("SELECT called, years FROM hero WHERE id = 2", "Rusty 48")),
        Map.entry(
            "a number becomes larger",
            TableChange.of(
                    hero(NAME, part("age", SqlType.INT)), hero(NAME, part("age", SqlType.LONG)))
                .rows(aged)
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "a number becomes text",
            TableChange.of(hero(NAME, AGE), hero(NAME, part("age", SqlType.TEXT)))
                .rows(aged)
                .leaves("SELECT age FROM hero WHERE id = 2", "48")));
  }

  private static Map<String, TableChange> columnsOrNull() {
    var named = "INSERT INTO hero (id, name) VALUES (1, 'Deadpond'), (2, 'Rusty')";
    var aged = "INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', 30), (2, 'Rusty', 48)";
    return Map.ofEntries(
        Map.entry(
            "a column and its table are renamed by what they are called in Java",
            TableChange.of(
                    table("team_member", id(), part("boss_id", SqlType.LONG).indexed()),
                    table("fellow", id(), part("leader_id", SqlType.LONG).indexed())
                        .was("TeamMember", Map.of("leader_id", "bossId")))
                .rows("INSERT INTO team_member (id, boss_id) VALUES (1, 7)")
                .leaves("SELECT leader_id FROM fellow", "7")),
        Map.entry(
            "text becomes a number",
            TableChange.of(hero(NAME, part("age", SqlType.TEXT)), hero(NAME, AGE.indexed()))
                .rows("INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', '30')")
                .loses()
                .leaves("SELECT age + 1 FROM hero WHERE id = 1", "31")),
        Map.entry(
            "a column may be null",
            TableChange.of(hero(NAME, AGE), hero(NAME, AGE.nullable()))
                .rows(aged)
                .leaves("SELECT age FROM hero WHERE id = 2", "48")),
        Map.entry(
            "a column may not be null, and has a default",
            TableChange.of(hero(NAME, AGE.nullable()), hero(NAME, AGE.or("7")))
                .rows(named, "UPDATE hero SET age = 3 WHERE id = 1")
                .leaves("SELECT age FROM hero ORDER BY id", "3", "7")),
        Map.entry(
            "a column may not be null, and has no default",
            TableChange.of(hero(NAME, AGE.nullable()), hero(NAME, AGE))
                .rows(named, "UPDATE hero SET age = 3 WHERE id = 1")
                .asks("11")
                .leaves("SELECT age FROM hero ORDER BY id", "3", "11")),
        Map.entry(
            "a default is another one",
            TableChange.of(hero(NAME, AGE.or("7")), hero(NAME, AGE.or("8"))).rows(aged)));
  }

  private static Map<String, TableChange> indexes() {
    var aged = "INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', 30), (2, 'Rusty', 48)";
    return Map.ofEntries(
        Map.entry(
            "a column becomes unique",
            TableChange.of(hero(NAME, AGE), hero(NAME.unique(), AGE)).rows(aged)),
        Map.entry(
            "a column is unique no longer",
            TableChange.of(hero(NAME.unique(), AGE), hero(NAME, AGE)).rows(aged)),
        Map.entry(
            "a column gets an index",
            TableChange.of(hero(NAME, AGE), hero(NAME, AGE.indexed())).rows(aged)),
        Map.entry(
            "a column loses its index",
            TableChange.of(hero(NAME.indexed(), AGE), hero(NAME, AGE)).rows(aged)),
        Map.entry(
            "an index over two columns is added",
            TableChange.of(hero(NAME, AGE), hero(NAME, AGE).index(true, "name", "age"))
                .rows(aged)));
  }

  private static Map<String, TableChange> constraints() {
    var aged = "INSERT INTO hero (id, name, age) VALUES (1, 'Deadpond', 30), (2, 'Rusty', 48)";
    var early = part("state", SqlType.choice(Early.values()));
    var late = part("state", SqlType.choice(Late.values()));
    return Map.ofEntries(
        Map.entry(
            "an index over two columns is another one",
            TableChange.of(
                    hero(NAME, AGE).index(true, "name", "age"),
                    hero(NAME, AGE).index(false, "age", "name"))
                .rows(aged)),
        Map.entry(
            "a constraint is another one",
            TableChange.of(hero(NAME, AGE), hero(NAME, AGE.limited(SMALL)))
                .rows(aged)
                .leaves("SELECT age FROM hero ORDER BY id", "30", "48")),
        Map.entry(
            "a constraint is gone",
            TableChange.of(hero(NAME, AGE), hero(NAME, part("age", SqlType.INT))).rows(aged)),
        Map.entry(
            "an enum has one more value",
            TableChange.of(hero(NAME, early), hero(NAME, late))
                .rows("INSERT INTO hero (id, name, state) VALUES (1, 'Deadpond', 'NEW')")
                .leaves("SELECT state FROM hero", "NEW")));
  }

  private static Map<String, TableChange> wholeTables() {
    var team = "INSERT INTO team (id, name) VALUES (1, 'X-Force')";
    var hero = "INSERT INTO hero (id, name, team_id) VALUES (3, 'Deadpond', 1)";
    var squad = table("squad", id(), NAME).was("team");
    return Map.ofEntries(
        Map.entry(
            "a table is added",
            TableChange.of(List.of(TEAM), List.of(TEAM, hero(NAME.unique(), TEAM_ID.nullable())))
                .rows(team)),
        Map.entry(
            "a table that others refer to is dropped",
            TableChange.of(List.of(TEAM, hero(NAME, TEAM_ID)), List.of(hero(NAME)))
                .rows(team, hero)
                .loses()
                .leaves("SELECT name FROM hero", "Deadpond")),
        Map.entry(
            "a table that others refer to is renamed",
            TableChange.of(
                    List.of(table("team", id(), NAME.unique()), hero(NAME, TEAM_ID)),
                    List.of(
                        table("squad", id(), NAME.unique()).was("team"),
                        hero(NAME, part("team_id", SqlType.LONG).to(() -> squad, OnDelete.REFUSE))))
                .rows(team, hero)
                .leaves("SELECT squad.name FROM squad JOIN hero ON team_id = squad.id", "X-Force")),
        Map.entry(
            "a table that others refer to has another column",
            TableChange.of(
                    List.of(table("team", id(), NAME.nullable()), hero(NAME, TEAM_ID)),
                    List.of(TEAM, hero(NAME, TEAM_ID)))
                .rows(team, hero)
                .asks("'?'")
                .leaves("SELECT team.name FROM team JOIN hero ON team_id = team.id", "X-Force")));
  }

  private static Map<String, TableChange> references() {
    var team = "INSERT INTO team (id, name) VALUES (1, 'X-Force')";
    var hero = "INSERT INTO hero (id, name, team_id) VALUES (3, 'Deadpond', 1)";
    var cascading = part("team_id", SqlType.LONG).to(() -> TEAM, OnDelete.CASCADE);
    var plain = part("team_id", SqlType.LONG);
    return Map.ofEntries(
        Map.entry(
            "a reference is added",
            TableChange.of(List.of(TEAM, hero(NAME, plain)), List.of(TEAM, hero(NAME, TEAM_ID)))
                .rows(team, hero)),
        Map.entry(
            "a reference is dropped",
            TableChange.of(List.of(TEAM, hero(NAME, TEAM_ID)), List.of(TEAM, hero(NAME, plain)))
                .rows(team, hero)),
        Map.entry(
            "a row that goes takes others along",
            TableChange.of(List.of(TEAM, hero(NAME, TEAM_ID)), List.of(TEAM, hero(NAME, cascading)))
                .rows(team, hero)),
        Map.entry(
            "a column that refers to rows is added",
            TableChange.of(List.of(TEAM, hero(NAME)), List.of(TEAM, hero(NAME, TEAM_ID)))
                .rows(team, "INSERT INTO hero (id, name) VALUES (3, 'Deadpond')")
                .asks("1")
                .leaves("SELECT team_id FROM hero", "1")));
  }

  private static Map<String, TableChange> referredTables() {
    var team = "INSERT INTO team (id, name) VALUES (1, 'X-Force')";
    var coded = table("team", part("code", SqlType.TEXT).key(), NAME);
    var slugged =
        table("team", part("slug", SqlType.TEXT).key(), NAME).was("", Map.of("slug", "code"));
    return Map.ofEntries(
        Map.entry(
            "a key that others refer to is renamed",
            TableChange.of(
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
            "two tables that refer to each other are added and dropped",
            TableChange.of(
                    List.of(
                        TEAM, first("left_side", "right_side"), first("right_side", "left_side")),
                    List.of(TEAM, first("up", "down"), first("down", "up")))
                .rows(team)
                .loses()),
        Map.entry(
            "a key has two columns",
            TableChange.of(
                    table("member", part("team", SqlType.LONG).key(), part("person", SqlType.LONG)),
                    table(
                        "member",
                        part("team", SqlType.LONG).key(),
                        part("person", SqlType.LONG).key()))
                .rows("INSERT INTO member (team, person) VALUES (1, 2)")
                .leaves("SELECT person FROM member", "2")));
  }

  private static Map<String, TableChange> keys() {
    var coded = table("team", part("code", SqlType.TEXT).key(), NAME);
    return Map.ofEntries(
        Map.entry(
            "a table that refers to itself has another column",
            TableChange.of(staff(NAME.nullable()), staff(NAME.or("\"?\"")))
                .rows("INSERT INTO staff (id, name, boss_id) VALUES (1, null, null), (2, 'Ann', 1)")
                .leaves("SELECT name, boss_id FROM staff ORDER BY id", "? null", "Ann 1")),
        Map.entry(
            "a key is another column",
            TableChange.of(coded, table("team", id(), part("code", SqlType.TEXT).unique(), NAME))
                .rows("INSERT INTO team (code, name) VALUES ('x', 'X-Force')")
                .leaves("SELECT id, code FROM team", "1 x")));
  }
}
