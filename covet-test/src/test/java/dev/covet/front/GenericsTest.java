package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Page;
import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import drawing.Pages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4.types: a generic record is a record of its own for each of its types; records in circles. */
class GenericsTest {
  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Pages.class));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "heroes | {\"items\":[{\"name\":\"Ann\"}],\"total\":1}",
        "pairs | {\"items\":[{\"left\":{\"name\":\"Ann\"},\"other\":{\"size\":2}}],\"total\":7}",
        "boxes | [{\"value\":\"x\"}]",
        "lists | {\"value\":[1,2]}",
        "maybe | {\"value\":null}",
        "range | {\"least\":1,\"most\":1}",
        "tree | {\"value\":{\"type\":\"nothing\"},\"children\":[{\"value\":{\"type\":\"nothing\"},\"children\":[]}]}",
        "folder | {\"entries\":[{\"value\":1,\"inside\":{\"entries\":[{\"value\":2,\"inside\":null}]}}]}",
        "result | {\"type\":\"failed\",\"why\":\"x\",\"before\":{\"type\":\"done\",\"value\":{\"name\":\"Ann\"}}}",
        "named | {\"title\":\"x\",\"name\":\"Ann\",\"other\":{\"name\":\"Ben\"}}",
      })
  void whatIsReadIsWrittenAgain(String path, String json) {
    var answer = client.post("/pages/" + path, json);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text().replace(",\"alike\":false", "")).isEqualTo(json);
  }

  @Test
  void constraintsOfTheRecordAndOfItsTypesAreChecked() {
    assertThat(
            client.post("/pages/heroes", "{\"items\":[{\"name\":\" \"}],\"total\":-1}").problems())
        .containsExactly(
            problem("blank", "body", "items", 0, "name"), problem("too_small", "body", "total"));
    assertThat(client.post("/pages/boxes", "[{\"value\":\"\"},{\"value\":\"x\"},{}]").problems())
        .containsExactly(
            problem("blank", "body", 0, "value"), problem("missing", "body", 2, "value"));
    assertThat(client.post("/pages/lists", "{\"value\":[1,0,\"x\"]}").problems())
        .containsExactly(
            problem("too_small", "body", "value", 1), problem("type", "body", "value", 2));
    assertThat(client.post("/pages/range", "{\"least\":2,\"most\":1}").problems())
        .containsExactly(problem("ordered", "body"));
    assertThat(client.post("/pages/named", "{\"title\":\"too long\",\"name\":\"\"}").problems())
        .containsExactly(problem("too_long", "body", "title"), problem("blank", "body", "name"));
  }

  @Test
  void aSealedInterfaceMayBeGenericAsItsRecordsAre() {
    var json =
        "{\"type\":\"failed\",\"why\":\"\",\"before\":{\"type\":\"done\",\"value\":{\"name\":\" \"}}}";

    assertThat(client.post("/pages/result", json).problems())
        .containsExactly(
            problem("blank", "body", "why"), problem("blank", "body", "before", "value", "name"));
    assertThat(client.get("/openapi.json").text()).contains("\"HeroResult\":{\"description\":");
  }

  @Test
  void aPageOfTextsInABoxIsAnAnswer() {
    var json = "{\"value\":{\"items\":[\"a\"],\"total\":1}}";

    assertThat(client.put("/pages", json).text()).isEqualTo(json);
  }

  @Test
  void aGenericRecordGroupsValuesOfTheQuery() {
    assertThat(client.get("/pages?least=1&some=2&some=3").text())
        .isEqualTo("{\"least\":1,\"some\":[2,3]}");
    assertThat(client.get("/pages?some=x").problems())
        .containsExactly(problem("type", "query", "some", 0));
  }

  @Test
  void treesAreAsDeepAsJsonMayBe() {
    assertThat(client.post("/pages/folder", folders(20)).status()).isEqualTo(200);
    assertThat(client.post("/pages/folder", folders(40)).text()).contains("JSON_DEPTH_MAX");
  }

  private static String folders(int depth) {
    return "{\"entries\":[{\"value\":1,\"inside\":".repeat(depth) + "{}" + "}]}".repeat(depth);
  }

  @Test
  void theDocumentNamesEachByItsTypes() {
    assertThat(client.get("/openapi.json").text())
        .contains("\"HeroPage\":{", "\"HeroTeamPairPage\":{", "\"HeroTeamPair\":{")
        .contains(
            "\"LongRange\":{", "\"ShapeTree\":{", "\"IntegerFolder\":{", "\"StringPageBox\":{")
        .contains(
            "\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Hero\"}}")
        .contains("\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/");
  }

  @Test
  void aPageKeepsItsItemsWhateverHappensToTheList() {
    var items = new ArrayList<>(List.of("a"));
    var page = new Page<>(items, 3);
    items.clear();

    assertThat(page.items()).containsExactly("a");
  }
}
