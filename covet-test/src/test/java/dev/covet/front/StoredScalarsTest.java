package dev.covet.front;

import static dev.covet.front.ScalarsInAndOutTest.json;
import static dev.covet.front.ScalarsInAndOutTest.member;
import static dev.covet.test.TestClient.problem;
import static every.ValueTable.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.inject.Key;
import dev.covet.data.Database;
import dev.covet.data.Repository;
import dev.covet.test.TestClient;
import every.Values;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** S4.types, D45: columns of every scalar, of a repository in memory and of a database. */
@ParameterizedClass
@EnumSource
class StoredScalarsTest {
  @AutoClose private final TestClient client;

  StoredScalarsTest(Rows rows) {
    client = rows.client();
  }

  /** Where rows are. */
  enum Rows {
    MEMORY {
      @Override
      TestClient client() {
        var rows = Key.of("dev.covet.data.Repository<every.Value,java.lang.Long>");
        return TestClient.of(app().override(rows, Repository.inMemory(VALUE)));
      }
    },
    SQLITE {
      @Override
      TestClient client() {
        return TestClient.of(app().install(Database.memory().tables(VALUE)));
      }
    };

    abstract TestClient client();

    private static App app() {
      return Covet.app().add(Values.class);
    }
  }

  private static boolean isLast(String field) {
    return field.equals("weekday");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          small    | -128 -1 0 127
          middle   | -32768 -1 0 32767
          huge     | -100000000000000000000 -99 -12 -1 0 1 12 99 100000000000000000000
          single   | -3.4028235E38 -0.1 0.0 1.4E-45 0.1 3.4028235E38
          letter   | 0 A a ~ ü
          link     | a https://a.example https://b.example
          time     | 00:00:00 00:00:00.000001 12:30:00 23:59:59.999999
          dateTime | 0001-01-01T00:00:00 2026-01-31T12:30:00 2026-01-31T12:30:00.1 9999-12-31T23:59:59
          moment   | 2026-01-31T23:00:00+14:00 2026-01-31T10:00:00Z 2026-01-31T09:00:00-02:00
          clock    | 12:00:00+02:00 11:00:00Z 00:30:00-11:00 23:00:00-18:00
          zoned    | 2026-07-01T18:00:00+09:00[Asia/Tokyo] 2026-07-01T12:00:00+02:00[Europe/Berlin]
          length   | -PT1H -PT0.000001S PT0S PT0.000001S PT2H PT999999999H
          term     | P1D P1M P1Y
          year     | 1 999 2026 9999
          month    | 0001-12 2026-01 2026-02
          holiday  | --01-01 --02-29 --12-31
          zone     | America/New_York Europe/Berlin
          offset   | +01:00 +02:00 -03:30
          weekday  | FRIDAY MONDAY SUNDAY
          """)
  void aColumnKeepsComparesAndSortsIt(String field, String line) {
    var values = List.of(line.split(" ", -1));
    for (var value : values.reversed()) {
      var stored = client.post("/values/rows", json(field, value));
      assertThat(stored.text()).contains(member(field, value));
    }

    var sorted = client.get("/values/rows?by=" + field).text();

    var places =
        values.stream()
            .map(value -> sorted.indexOf(member(field, value) + (isLast(field) ? "}" : ",")))
            .toList();
    assertThat(places).isSorted().doesNotContain(-1).doesNotHaveDuplicates();
    for (var i = 0; i < values.size(); i++) {
      var id = values.size() - i;
      assertThat(client.get("/values/rows/" + id + "/compared?by=" + field).text())
          .as(values.get(i))
          .isEqualTo(
              "[%d,%d,1,%d,%d]".formatted(i, i + 1, values.size() - i, values.size() - i - 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          moment | 2026-01-31T12:00:00+02:00 2026-01-31T10:00:00Z 2026-01-31T09:00:00-01:00
          clock  | 12:00:00+02:00 10:00:00Z 09:00:00-01:00
          zoned  | 2026-07-01T19:00:00+09:00[Asia/Tokyo] 2026-07-01T10:00:00Z 2026-07-01T09:00:00-01:00
          """)
  void valuesOfOneMomentAreNeitherLessNorMore(String field, String line) {
    var values = line.split(" ", -1);
    for (var value : values) {
      client.post("/values/rows", json(field, value));
    }

    for (var id = 1; id <= values.length; id++) {
      assertThat(client.get("/values/rows/" + id + "/compared?by=" + field).text())
          .isEqualTo("[0,3,1,3,0]");
    }
  }

  @Test
  void whatNoColumnHoldsIsLessOrMoreThanAllRows() {
    client.post(
        "/values/rows",
        "{\"moment\":\"2026-01-31T12:30:00+01:00\",\"dateTime\":\"2026-01-31T12:30:00\","
            + "\"month\":\"2026-01\",\"length\":\"PT1H\"}");

    assertThat(client.get("/values/rows/years/10000").text()).isEqualTo("[1,0,1,0,1,0]");
    assertThat(client.get("/values/rows/years/-1").text()).isEqualTo("[0,1,0,1,0,1]");
  }

  @Test
  void aColumnCutsTimesToMicroseconds() {
    var nanos =
        "{\"time\":\"12:30:00.123456789\",\"length\":\"-PT0.123456789S\","
            + "\"moment\":\"2026-01-31T12:30:00.123456789Z\"}";

    assertThat(client.post("/values/rows", nanos).text())
        .contains("12:30:00.123456\"", "-PT0.123457S", "2026-01-31T12:30:00.123456Z");
  }

  @Test
  void noTextOfAColumnHoldsNul() {
    assertThat(client.post("/values/rows", "{\"letter\":\"\\u0000\"}").problems())
        .containsExactly(problem("bad_text", "body", "letter"));
  }
}
