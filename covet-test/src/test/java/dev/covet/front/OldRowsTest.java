package dev.covet.front;

import static dev.covet.front.OldRowsTest_DoorTable.DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Routes;
import dev.covet.api.Table;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.data.Session;
import dev.covet.test.TestClient;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that were stored when their record was another, or by another program. */
class OldRowsTest {
  /** A door. */
  @Table
  record Door(
      @Id long id,
      State state,
      int height,
      @Nullable Boolean locked,
      @Nullable Double width,
      @Nullable LocalDate since,
      @Nullable LocalTime opens,
      @Nullable Instant seen,
      @Nullable @Digits(integer = 9, fraction = 2) BigDecimal price,
      @Nullable UUID code,
      @Nullable List<Integer> rooms) {
    enum State {
      OPEN,
      SHUT
    }
  }

  /** Doors. */
  @Routes("/doors")
  static final class Doors {
    @Get
    List<Door> list(Session db) {
      return db.from(DOOR).list();
    }
  }

  @TempDir private Path folder;

  @BeforeEach
  void aTableOfAnotherProgram() throws SQLException {
    run(
        "CREATE TABLE door (id INTEGER PRIMARY KEY, state, height, locked, width, since, opens,"
            + " seen, price, code, rooms)");
    run("INSERT INTO door (state, height) VALUES ('OPEN', 2)");
  }

  private void run(String sql) throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("doors.db"));
        var statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  private TestClient client() {
    var app = Covet.app().install(Database.memory().tables(DOOR)).add(Doors.class);
    return TestClient.of(app, () -> "sqlite:" + folder.resolve("doors.db"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          state  | 'AJAR'          | has "AJAR", which is none of OPEN, SHUT
          height | 'high'          | has "high", which is not an int
          height | 1.5             | has 1.5, which is not an int
          height | 3000000000      | has 3000000000, which is not an int
          height | NULL            | has null, which it cannot have
          locked | 'yes'           | has "yes", which is not a boolean
          width  | 'wide'          | has "wide", which is not a number
          since  | 'yesterday'     | has "yesterday", which is not a date
          opens  | 'noon'          | has "noon", which it cannot have
          seen   | '2026-01-01'    | has "2026-01-01", which is not a moment
          price  | 1.25            | has 1.25, which is not a decimal number as it is stored
          code   | 'A-7'           | has "A-7", which is not a UUID
          rooms  | '{"a":1}'       | has JSON that does not fit: must be an array
          rooms  | '[1,"a"]'       | has JSON that does not fit: [1] must be a whole number
          rooms  | '[1'            | has JSON that does not fit:
          rooms  | x'0102'         | has JSON that does not fit:
          """)
  void aValueThatCannotBeReadIsA500WhoseLogLineNamesItsColumn(
      String column, String value, String said) throws SQLException {
    run("UPDATE door SET %s = %s".formatted(column, value));

    try (var lines = new LogLines("dev.covet.faults");
        var client = client()) {
      var answer = client.get("/doors");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.errorCode()).contains("INTERNAL_ERROR");
      assertThat(answer.text()).doesNotContain("door");
      assertThat(lines.of(answer.header("X-Request-Id").orElseThrow()))
          .singleElement()
          .extracting(OldRowsTest::message)
          .asString()
          .startsWith(
              "The column door.%s of the component \"%s\" %s".formatted(column, column, said));
    }
  }

  private static String message(ILoggingEvent line) {
    return line.getThrowableProxy().getMessage();
  }

  @Test
  void aLongValueIsCutInTheLog() throws SQLException {
    run("UPDATE door SET height = '%s'".formatted("ä".repeat(1_000)));

    try (var lines = new LogLines("dev.covet.faults");
        var client = client()) {
      var line = lines.of(client.get("/doors").header("X-Request-Id").orElseThrow());

      assertThat(line)
          .singleElement()
          .satisfies(each -> {
            assertThat(message(each)).contains("ä".repeat(100) + "...\" (1000 characters)");
            assertThat(each.getThrowableProxy().getCause()).isNull();
          });
    }
  }

  @Test
  void numbersAreReadHoweverTheyAreStored() throws SQLException {
    run("UPDATE door SET height = '7', width = 2, locked = 1.0, price = 125, rooms = '[3]'");

    try (var client = client()) {
      assertThat(client.get("/doors").text())
          .contains("\"height\":7", "\"width\":2.0", "\"locked\":true", "\"price\":1.25", "[3]");
    }
  }
}
