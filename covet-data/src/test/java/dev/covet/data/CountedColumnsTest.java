package dev.covet.data;

import static dev.covet.data.Planned.id;
import static dev.covet.data.Planned.part;
import static dev.covet.data.Planned.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Difference;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.Step;
import dev.covet.data.driver.Step.Care;
import dev.covet.data.type.SqlType;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Columns whose numbers count something else now. SQLite has one type for whole numbers, decimals
 * and moments, so it must know of each what it is.
 */
class CountedColumnsTest {
  private static Planned of(SqlType<?> type) {
    return table("item", id(), part("price", type).nullable());
  }

  private static Driver opened(Databases on) {
    return on.open(DatabaseLimits.STANDARD, _ -> {});
  }

  private static List<String> prices(Driver driver) throws SQLException {
    try (var there = SchemaFacts.of(driver.evolution().address())) {
      return there.rows("SELECT price FROM item ORDER BY id");
    }
  }

  private static void run(Driver driver, String sql) throws SQLException {
    try (var there = SchemaFacts.of(driver.evolution().address())) {
      there.migrate(List.of(sql), "");
    }
  }

  /** Numbers in steps of a hundredth or a thousandth, as a database stores them. */
  private static String stored(Databases on, String number, int scale) {
    return on == Databases.SQLITE ? number + " * 1e" + scale : number;
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aMigrationKeepsAmountsIfTheFractionIsAnotherOne(Databases on) throws SQLException {
    var cents = of(SqlType.decimal(2));
    var mills = of(SqlType.decimal(3));
    try (var driver = opened(on)) {
      driver.create(List.of(cents));
      run(driver, "INSERT INTO item VALUES (1, %s), (2, null)".formatted(stored(on, "12.50", 2)));

      assertThat(taken(on, driver, cents, mills))
          .containsOnly(on == Databases.SQLITE ? Care.NONE : Care.LOSES);
      var prices = on == Databases.SQLITE ? "12500" : "12.500";
      assertThat(prices(driver)).containsExactly(prices, "null");

      run(driver, "INSERT INTO item VALUES (3, %s)".formatted(stored(on, "-0.125", 3)));
      assertThat(taken(on, driver, mills, cents)).contains(Care.LOSES);
      var rounded = on == Databases.SQLITE ? List.of("1250", "-13") : List.of("12.50", "-0.13");
      assertThat(prices(driver)).containsExactly(rounded.getFirst(), "null", rounded.getLast());
    }
  }

  /** Takes the steps from one table to another in a database, and says what to look at. */
  private static List<Care> taken(Databases on, Driver driver, Planned before, Planned after)
      throws SQLException {
    try (var scratch = opened(on)) {
      scratch.create(List.of(before));
      assertThat(driver.differences(List.of(before))).isEmpty();
      assertThat(driver.differences(List.of(after)))
          .extracting(Difference::column)
          .contains("item.price");
      var steps = scratch.evolution().steps(List.of(after));
      for (var step : steps) {
        for (var sql : step.sql()) run(driver, sql);
      }
      assertThat(driver.differences(List.of(after))).isEmpty();
      return steps.stream().flatMap(it -> it.notes().stream()).map(Step.Note::care).toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void amountsStayWhatTheyAreAsAnotherType(Databases on) throws SQLException {
    var cents = of(SqlType.decimal(2));
    for (var type : List.of(SqlType.DOUBLE, SqlType.TEXT, SqlType.INT)) {
      try (var driver = opened(on)) {
        driver.create(List.of(cents));
        run(driver, "INSERT INTO item VALUES (1, %s)".formatted(stored(on, "-12.05", 2)));

        taken(on, driver, cents, of(type));

        assertThat(prices(driver)).containsExactly(type.equals(SqlType.INT) ? "-12" : "-12.05");
      }
    }
    try (var driver = opened(on)) {
      driver.create(List.of(of(SqlType.INT)));
      run(driver, "INSERT INTO item VALUES (1, 12)");
      taken(on, driver, of(SqlType.INT), cents);
      assertThat(prices(driver)).containsExactly(on == Databases.SQLITE ? "1200" : "12.00");
    }
  }

  @Test
  void aStartInDevelopmentModeKeepsAmountsOrRefuses() throws SQLException {
    try (var driver = opened(Databases.SQLITE)) {
      driver.create(List.of(of(SqlType.decimal(2))));
      run(driver, "INSERT INTO item VALUES (1, 1250), (2, null)");

      assertThat(driver.extend(List.of(of(SqlType.decimal(3)))).changed())
          .containsExactly("item.price");
      assertThat(prices(driver)).containsExactly("12500", "null");
      assertThat(driver.extend(List.of(of(SqlType.decimal(3)))).changed()).isEmpty();

      run(driver, "INSERT INTO item VALUES (3, 12345)");
      var refused = driver.extend(List.of(of(SqlType.decimal(2)))).refused();
      assertThat(refused)
          .singleElement()
          .asString()
          .startsWith(
              "The column item.price is a decimal with 3 digits after the point, and its record asks"
                  + " for a decimal with 2 digits after the point. To keep its values, let the"
                  + " component price be what it was, or round its values, then save any file: ");
      assertThat(prices(driver)).containsExactly("12500", "null", "12345");

      run(driver, refused.getFirst().substring(refused.getFirst().indexOf("UPDATE")));
      assertThat(driver.extend(List.of(of(SqlType.decimal(2)))).refused()).isEmpty();
      assertThat(prices(driver)).containsExactly("1250", "null", "1235");
    }
  }

  /** A start in production ends with the texts of these. */
  @Test
  void anotherFractionIsToldInWords() {
    try (var driver = opened(Databases.SQLITE)) {
      driver.create(List.of(of(SqlType.decimal(2))));

      assertThat(driver.differences(List.of(of(SqlType.decimal(3)))))
          .containsExactly(
              new Difference(
                  "item.price",
                  "a decimal with 2 digits after the point",
                  "a decimal with 3 digits after the point",
                  "let the component price be what it was"));
    }
  }

  @Test
  void numbersThatBecomeMomentsAreAsked() throws SQLException {
    try (var driver = opened(Databases.SQLITE);
        var scratch = opened(Databases.SQLITE)) {
      driver.create(List.of(of(SqlType.INT)));
      scratch.create(List.of(of(SqlType.INT)));
      run(driver, "INSERT INTO item VALUES (1, 3600)");

      assertThat(driver.extend(List.of(of(SqlType.INSTANT))).refused())
          .singleElement()
          .asString()
          .contains("is a whole number, and its record asks for a moment");
      var step = scratch.evolution().steps(List.of(of(SqlType.INSTANT))).getFirst();
      assertThat(step.notes()).extracting(Step.Note::care).contains(Care.ASKS);
      run(driver, step.sql().getFirst());
      assertThatThrownBy(() -> run(driver, step.sql().get(1))).isInstanceOf(SQLException.class);
      run(driver, step.sql().get(1).replace("'FILL IN'", "price * 1000000"));
      for (var sql : step.sql().subList(2, step.sql().size())) run(driver, sql);
      assertThat(prices(driver)).containsExactly("3600000000");
      assertThat(driver.differences(List.of(of(SqlType.LONG))))
          .extracting(Difference::there, Difference::asked)
          .containsExactly(tuple("a moment", "a whole number"));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 999999999999999999", "2, -999999999999999999", "18, 999999999999999999"})
  void theLargestDecimalIsTaken(int scale, long stored) throws SQLException {
    try (var driver = opened(Databases.SQLITE)) {
      driver.create(List.of(of(SqlType.decimal(scale))));
      run(driver, "INSERT INTO item VALUES (1, " + stored + ")");
      assertThat(prices(driver)).containsExactly(String.valueOf(stored));
    }
  }

  /** Made by a version that did not say of a column what it counts. */
  @Test
  void aTableThatDoesNotSayItGoesOn() throws SQLException {
    var cents = of(SqlType.decimal(2));
    try (var driver = opened(Databases.SQLITE)) {
      run(
          driver,
          "CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, price INTEGER) STRICT");
      run(driver, "INSERT INTO item VALUES (1, 1250)");

      assertThat(driver.differences(List.of(cents))).isEmpty();
      assertThat(driver.evolution().steps(List.of(cents))).isEmpty();
      assertThat(driver.extend(List.of(cents)).refused()).isEmpty();
      assertThat(driver.differences(List.of(of(SqlType.decimal(3))))).isEmpty();
      assertThat(prices(driver)).containsExactly("1250");
    }
  }

  /** A record that once took numbers for something else must not have them changed for good. */
  @Test
  void wholeNumbersStayWhatTheyAreWhateverARecordTakesThemFor() throws SQLException {
    try (var driver = opened(Databases.SQLITE)) {
      driver.create(List.of(of(SqlType.LONG)));
      run(driver, "INSERT INTO item VALUES (1, 250), (2, 200)");

      for (var type : List.of(SqlType.decimal(2), SqlType.INSTANT, SqlType.LONG)) {
        assertThat(driver.extend(List.of(of(type))).refused()).isEmpty();
      }
      assertThat(prices(driver)).containsExactly("250", "200");
    }
  }
}
