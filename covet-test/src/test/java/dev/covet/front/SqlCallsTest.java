package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static league.MoveTable.MOVE;
import static league.PlayerTable.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.test.TestDatabase;
import league.Players;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2.db.sql, S4.sec.inject: SQL of the program's own, the same on every database. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class SqlCallsTest {
  private final TestClient client;

  SqlCallsTest(boolean isPostgres) {
    client =
        TestClient.of(
            Covet.app().install(Database.memory().tables(MOVE, PLAYER)).add(Players.class),
            isPostgres ? TestDatabase.postgres() : TestDatabase.memory());
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void rowsBecomeRecordsByTheNamesOfTheirColumns() {
    var answer = client.get("/players/older?age=19");

    assertThat(answer.text())
        .isEqualTo("[{\"age\":30,\"name\":\"Ann\"},{\"age\":20,\"name\":\"Cy\"}]");
    assertThat(answer.queries()).isEqualTo(1);
    assertThat(client.get("/players/count").text()).isEqualTo("3");
    assertThat(client.get("/players/by-name/Ben").text())
        .isEqualTo(
            """
            {"id":2,"name":"Ben","age":null,"price":0.10,"joinedAt":"2026-01-31T10:00:01.123456Z",\
            "rank":"AMATEUR","active":true,"tags":["of Ben"]}\
            """);
    assertThat(client.get("/players/by-name/Dan").status()).isEqualTo(404);
  }

  @Test
  void valuesMeanTheSameAsInTypedQueries() {
    assertThat(client.allowRepeats().get("/players/values").text())
        .isEqualTo(
            "30 null Optional.emptyOptional[20] [30, null, 20] null true [Ann] [Ben]"
                + " [Name[value=Ben]][Name[value=Ann], Name[value=Ben]]"
                + " [2026-01-31T10:00:01.123456Z, 2026-01-31T10:00:02.123456Z] 110.59"
                + " Tagged[name=Ann, tags=[of Ann]]");
  }

  @Test
  void aListMayBeEmpty() {
    assertThat(client.get("/players/among?ids=1&ids=3&ids=7").text()).isEqualTo("[1,3]");
    assertThat(client.get("/players/others?ids=1").text()).isEqualTo("[2,3]");
    assertThat(client.get("/players/among").text()).isEqualTo("[]");
    assertThat(client.get("/players/others").text()).isEqualTo("[1,2,3]");
  }

  @Test
  void whatIsBoundIsNeverSql() {
    var name = "x' or 'a'='a";

    assertThat(
            client.get("/players/by-name/" + name.replace(" ", "%20").replace("'", "%27")).status())
        .isEqualTo(404);
  }

  @Test
  void changesAreCountedAndPartOfTheTransaction() {
    assertThat(client.patch("/players", "{}").text())
        .isEqualTo(
            "[Line[age=35, name=Name[value=Ann]]]2truefalseOptional[Line[age=50,"
                + " name=Name[value=Ann]]]");
    assertThat(client.patch("/players/1?name=Cy", "{}").status()).isEqualTo(409);
    assertThat(client.delete("/players/Cy").status()).isEqualTo(500);
    assertThat(client.get("/players/count").text()).isEqualTo("2");
  }

  @Test
  void aConflictNamesThePathWhereItsValueCameFrom() {
    assertThat(client.post("/players/1/moves", "{\"club\":\"1\"}").status()).isEqualTo(201);
    assertThat(client.post("/players/77/moves", "{\"club\":\"1\"}").problems())
        .containsExactly(problem("invalid", "path", "player"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "misnamed|PlayerSql.misnamed: Line.age is read from the column age, and the result has"
            + " label",
        "twice|PlayerSql.twice: two columns are called name among name, age, name",
        "null|PlayerSql.never: the column age is null, and its value may not be",
        "none|PlayerSql.never found no row",
        "unreadable|PlayerSql.unreadable: the column age has \"old\", which is not an int",
        "operator|?",
        "broken|in: select nothing from player"
      })
  void aResultThatDoesNotFitIsAnErrorInWords(String what, String words) {
    try (var lines = new LogLines("dev.covet.faults")) {
      var answer = client.get("/players/wrong/" + what);

      assertThat(answer.status()).isEqualTo(500);
      var line = lines.of(answer.header("X-Request-Id").orElseThrow()).getFirst();
      assertThat(line.getThrowableProxy().getMessage()).contains(words);
    }
  }
}
