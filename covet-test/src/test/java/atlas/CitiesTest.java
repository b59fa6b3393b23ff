package atlas;

import static atlas.CityTable.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S4.db.page: what clients may sort by, and how they walk through a list, by requests. */
class CitiesTest {
  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory().tables(CITY)).add(Cities.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| Aachen, Bonn, Mainz",
        "?sort=| Aachen, Bonn, Mainz",
        "?sort=people| Mainz, Aachen, Bonn",
        "?sort=-people| Bonn, Aachen, Mainz",
        "?sort=founded,-name| Bonn, Mainz, Aachen",
        "?sort=-founded| Aachen, Mainz, Bonn",
        "?sort=-id&limit=1| Mainz",
        "?river=Rhine| Bonn, Mainz",
        "?river=rhine| ''",
      })
  void aClientSortsByColumnsThatMayBeSortedBy(String query, String names) {
    assertThat(String.join(", ", names("/cities" + query))).isEqualTo(names);
  }

  private List<String> names(String target) {
    var items = client.get(target).text().split("\"name\":\"");
    return Arrays.stream(items).skip(1).map(it -> it.substring(0, it.indexOf('"'))).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mayor", "debt", "foundedOn", "rivers", "x", "%00", "-"})
  void anythingElseIsAProblemThatNamesWhatIsRight(String sort) {
    var response = client.get("/cities?sort=" + sort);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.text()).contains("must be some of id, name, people, founded, each");
  }

  @Test
  void theDocumentSaysWhatClientsCanWrite() {
    assertThat(client.get("/openapi.json").text())
        .contains("^(-?(id|name|people|founded)(,-?(id|name|people|founded))*)?$")
        .contains("\"CitySlice\"");
  }

  @Test
  void aListIsWalkedThroughByItsCursor() {
    var first = client.get("/cities/all?sort=-people&limit=2").text();
    var next = first.substring(first.indexOf("\"next\":\"") + 8, first.length() - 2);

    assertThat(first).contains("Bonn", "Aachen").doesNotContain("Mainz");
    assertThat(names("/cities/all?sort=-people&limit=2&after=" + next)).containsExactly("Mainz");
    assertThat(client.get("/cities/all?sort=people&after=" + next).status()).isEqualTo(422);
    assertThat(client.get("/cities/all?limit=101").status()).isEqualTo(422);
    assertThat(client.get("/cities/all").text()).endsWith("\"next\":null}");
  }
}
