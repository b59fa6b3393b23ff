package dev.covet.data;

import static dev.covet.data.Planned.id;
import static dev.covet.data.Planned.part;
import static dev.covet.data.Planned.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.type.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people have made by hand outlives what is written from records. */
class HandMadeTest {
  private static final Planned BEFORE =
      table("hero", id(), part("name", SqlType.TEXT), part("age", SqlType.INT));

  private static final Planned AFTER =
      table("hero", id(), part("name", SqlType.TEXT).nullable(), part("age", SqlType.TEXT));

  private static final List<String> BOTH =
      List.of(
          "CREATE TABLE audit (hero_id INTEGER /* by hand */)",
          "CREATE VIEW named AS SELECT id, name FROM hero",
          "CREATE INDEX mine ON hero (age)");

  private static final List<String> SQLITE =
      List.of(
          "CREATE TRIGGER audited AFTER INSERT ON hero BEGIN"
              + " INSERT INTO audit VALUES (new.id); END");

  private static final List<String> POSTGRES =
      List.of(
          "CREATE FUNCTION audited() RETURNS trigger LANGUAGE plpgsql AS"
              + " 'BEGIN INSERT INTO audit VALUES (new.id); RETURN new; END'",
          "CREATE TRIGGER audited AFTER INSERT ON hero FOR EACH ROW EXECUTE FUNCTION audited()",
          "ALTER TABLE hero ADD COLUMN loud text GENERATED ALWAYS AS (upper(name)) STORED",
          "CREATE SEQUENCE own_numbers");

  /** A view, a trigger, an index, a table, and keys whose rows are gone. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatWasMadeByHandIsThereAfterATableIsMadeAnew(Databases on) throws SQLException {
    try (var real = on.open(DatabaseLimits.STANDARD, _ -> {});
        var scratch = on.open(DatabaseLimits.STANDARD, _ -> {});
        var there = SchemaFacts.of(real.evolution().address())) {
      prepare(on, real);
      prepare(on, scratch);
      there.migrate(
          List.of(
              "INSERT INTO hero (name, age) VALUES ('Deadpond', 30), ('Rusty', 48), ('Gone', 1)",
              "DELETE FROM hero WHERE name = 'Gone'"),
          "");

      var sql =
          scratch.evolution().steps(List.of(AFTER)).stream()
              .flatMap(step -> step.sql().stream())
              .toList();
      there.migrate(sql, real.evolution().broken());
      there.migrate(List.of("INSERT INTO hero (name, age) VALUES ('Ann', 'x')"), "");

      assertThat(there.rows("SELECT id, name FROM named ORDER BY id"))
          .containsExactly("1 Deadpond", "2 Rusty", "4 Ann");
      assertThat(there.rows("SELECT hero_id FROM audit ORDER BY hero_id"))
          .containsExactly("1", "2", "3", "4");
      assertThat(there.facts()).anyMatch(fact -> fact.contains("mine"));
      assertThat(scratch.evolution().steps(List.of(AFTER))).isEmpty();
    }
  }

  private static void prepare(Databases on, Driver driver) throws SQLException {
    driver.create(List.of(BEFORE));
    var sql = new ArrayList<>(BOTH);
    sql.addAll(on == Databases.SQLITE ? SQLITE : POSTGRES);
    try (var there = SchemaFacts.of(driver.evolution().address())) {
      there.migrate(sql, "");
    }
  }
}
