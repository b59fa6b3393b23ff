package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.BoundedTable.BOUNDED;
import static shop.ShelfTable.SHELF;
import static shop.ThingTable.THING;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.Bounds;

/** A table never refuses what validation takes; where it says a limit itself, it says the same. */
class StoredLimitsTest {
  private static final String ROW =
      """
      {"below": -1, "notAbove": 0, "notBelow": 0, "most": 1, "less": 2, "real": 0, "exact": 0,
       "none": null, "day": "2000-01-01"}\
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          below,    -1,                   true,  true
          below,    -2147483648,          true,  true
          below,    0,                    false, false
          notAbove, 0,                    true,  true
          notAbove, -9223372036854775808, true,  true
          notAbove, 1,                    false, false
          notBelow, 0,                    true,  true
          notBelow, 2147483647,           true,  true
          notBelow, -1,                   false, false
          most,     10,                   true,  true
          most,     11,                   false, false
          less,     2,                    true,  true
          less,     3,                    false, false
          real,     0,                    true,  true
          real,     0.5,                  false, true
          exact,    0,                    true,  true
          exact,    0.5,                  true,  true
          exact,    -0.99,                true,  true
          exact,    1,                    false, true
          none,     'null',               true,  true
          none,     '"text"',             false, true
          day,      '"2999-01-01"',       false, true
          """)
  void aTableAndValidationAgree(String field, String value, boolean isValid, boolean isStored)
      throws SQLException {
    var file = folder.resolve("bounds.db");
    var app =
        Covet.app().install(Database.memory().tables(BOUNDED, SHELF, THING)).add(Bounds.class);
    try (var client = TestClient.of(app, () -> "sqlite:" + file)) {
      assertThat(client.post("/bounds", ROW).status()).isEqualTo(201);
      var row = ROW.replaceAll("\"" + field + "\": [^,}]+", "\"" + field + "\": " + value);

      assertThat(client.post("/bounds", row).status()).isEqualTo(isValid ? 201 : 422);
    }

    assertThat(isTaken(file, field, value.replace('"', '\''))).isEqualTo(isStored);
  }

  /** Whether the database itself takes a value, in a row of its own. */
  private static boolean isTaken(Path file, String field, String value) throws SQLException {
    var column = field.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    // the digits of exact are stored as a whole number of its smallest unit
    var stored = field.equals("exact") ? "CAST(" + value + " * 100 AS INTEGER)" : value;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE bounded SET " + column + " = " + stored + " WHERE id = 1");
      return true;
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("CHECK constraint failed");
      return false;
    }
  }
}
