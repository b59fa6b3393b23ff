package dev.covet.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Step;
import dev.covet.data.type.SqlType;
import java.sql.SQLException;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** D56: tables that were changed step by step, with rows in them, are those that are made anew. */
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

  private static Stream<Arguments> changes() {
    return TableChanges.all().entrySet().stream()
        .flatMap(each ->
            Stream.of(Databases.values())
                .map(on -> Arguments.of(on, Named.of(each.getKey(), each.getValue()))));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void tablesThatWereChangedAreThoseThatAreMadeAnew(Databases on, TableChange change)
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

  /** It knows nothing of the new column while its instances are replaced one by one. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aVersionThatStillRunsInsertsIntoATableWithANewColumnThatHasADefault(Databases on)
      throws SQLException {
    var name = Planned.part("name", SqlType.TEXT);
    var rank = Planned.part("rank", SqlType.INT);
    var open = OPEN.computeIfAbsent(on, Trio::of);
    open.empty();
    var old = Planned.table("sailor", Planned.id(), name);
    open.real().create(List.of(old));
    open.scratch().create(List.of(old));
    var steps =
        open.scratch()
            .evolution()
            .steps(List.of(Planned.table("sailor", Planned.id(), name, rank.or("7"))));
    try (var there = SchemaFacts.of(open.real().evolution().address())) {
      there.migrate(steps.stream().flatMap(step -> step.sql().stream()).toList(), "");
      there.migrate(List.of("INSERT INTO sailor (name) VALUES ('Ann')"), "");

      assertThat(there.rows("SELECT name, rank FROM sailor")).containsExactly("Ann 7");
    }
  }

  /** A start in development mode renames as a migration does, and keeps the rows. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aStartInDevelopmentModeRenamesWhatIsCalledOtherwiseNow(Databases on) throws SQLException {
    var name = Planned.part("name", SqlType.TEXT).unique();
    var nickname = Planned.part("nickname", SqlType.TEXT).unique();
    var before = Planned.table("hero", Planned.id(), name);
    var after = Planned.table("hero", Planned.id(), nickname).was("", Map.of("nickname", "name"));
    var moved = Planned.table("person", Planned.id(), nickname).was("hero");
    var open = OPEN.computeIfAbsent(on, Trio::of);
    open.empty();
    open.real().create(List.of(before));
    try (var there = SchemaFacts.of(open.real().evolution().address())) {
      there.migrate(List.of("INSERT INTO hero (name) VALUES ('Deadpond')"), "");

      for (var table : List.of(after, moved)) {
        var extension = open.real().extend(List.of(table));
        open.real().create(List.of(table));

        assertThat(extension.refused()).isEmpty();
        assertThat(open.real().missing(List.of(table))).isEmpty();
        assertThat(there.rows("SELECT nickname FROM " + table.table())).containsExactly("Deadpond");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFormerNameThatIsNoneIsTold(Databases on) {
    var name = Planned.part("name", SqlType.TEXT).nullable();
    var nickname = Planned.part("nickname", SqlType.TEXT).nullable();
    var after = Planned.table("hero", Planned.id(), nickname);
    var open = OPEN.computeIfAbsent(on, Trio::of);
    for (var was : List.of("naem", "NAME")) {
      open.scratch().evolution().steps(List.of(Planned.table("hero", Planned.id(), name)));
      var steps = open.scratch().evolution().steps(List.of(after.was("", Map.of("nickname", was))));

      assertThat(
              steps.stream()
                  .flatMap(step -> step.notes().stream())
                  .map(Step.Note::text)
                  .findFirst())
          .contains(
              was.equals("NAME")
                  ? "Column hero."
                      + (on == Databases.SQLITE ? "NAME" : "name")
                      + " is called nickname"
                  : "Column hero.nickname has @Was(\"naem\"), and the table has no such column: it is"
                      + " added without values");
    }
  }

  private static void assertCare(TableChange change, List<Step> steps) {
    assertThat(steps.stream().flatMap(step -> step.notes().stream()).map(Step.Note::care))
        .allMatch(care -> care == Step.Care.NONE || care == change.care())
        .satisfies(all -> assertThat(steps.isEmpty() || all.contains(change.care())).isTrue());
  }
}
