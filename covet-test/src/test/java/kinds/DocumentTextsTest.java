package kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.test.TestClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** S4.docs: what documents have words for, from the annotations and the Javadoc of an app. */
class DocumentTextsTest {
  @AutoClose private final TestClient client = TestClient.of(KindsApp.app());

  private final String document = client.get("/openapi.json").text();

  private String operation(String id) {
    var from = document.indexOf("\"operationId\":\"" + id + "\"");
    assertThat(from).as(id).isPositive();
    var next = document.indexOf("\"operationId\"", from + 1);
    return document.substring(from, next < 0 ? document.length() : next);
  }

  private String schema(String name) {
    var from = document.indexOf("\"" + name + "\":{\"type\":\"object\"");
    assertThat(from).as(name).isPositive();
    return document.substring(
        from, document.indexOf("\"type\":\"object\"", from + name.length() + 20));
  }

  @Test
  void whatTheAppSaysOfItself() {
    assertThat(document)
        .startsWith(
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Kinds\",\"description\":\"Has *every* kind.\\n\\n<details>")
        .contains(
            "\"license\":{\"name\":\"MIT\",\"url\":\"https://opensource.org/license/mit\"},\"version\":\"3\"},"
                + "\"servers\":[{\"url\":\"/\",\"description\":\"Here\"}],");
  }

  @Test
  void javadocBecomesMarkdown() {
    assertThat(operation("sightsFind"))
        .contains("\"summary\":\"Finds a sight.\",\"description\":\"Its name has **no** meaning.\"")
        .contains("\"name\":\"id\",\"in\":\"path\",\"description\":\"its number\"")
        .contains("\"200\":{\"description\":\"the sight, with `seen` set\"");
    assertThat(operation("sightsMakeAll"))
        .contains("\"summary\":\"Makes *many* at once: see `Sight`.\"");
  }

  @Test
  void tagsSayWhatTheyMean() {
    assertThat(document)
        .contains(
            "{\"name\":\"Sights\",\"description\":\"Says *everything* that documents have words for.\"}")
        .contains("{\"name\":\"Making\",\"description\":\"What makes sights.\"}")
        .contains("{\"name\":\"Mounted\",\"description\":\"What another app brings.\"}");
    assertThat(operation("sightsMakeAll")).contains("\"tags\":[\"Making\"]");
    assertThat(operation("innerSightsMakeAll")).contains("\"tags\":[\"Mounted\"]");
  }

  @Test
  void examplesStandWhereTheyAreShown() {
    assertThat(operation("sightsFind"))
        .contains("\"examples\":{\"Example 1\":{\"value\":1},\"Example 2\":{\"value\":2}}")
        .contains(
            "\"example\":{\"id\":1,\"name\":\"Fall\",\"height\":12.5,\"old_name\":null,\"seen\":true}");
    assertThat(operation("sightsNames")).contains("\"example\":\"Fall\"");
    assertThat(operation("sightsChange")).contains("\"example\":{\"height\":13}");
    assertThat(schema("Sight"))
        .contains("\"examples\":[\"Fall\",\"170\",\"170 Oaks\"]")
        .contains(
            "\"examples\":[{\"id\":7,\"name\":\"Peak\",\"height\":99,\"old_name\":null,\"seen\":false}]");
    assertThat(schema("SightCreate"))
        .contains("\"examples\":[{\"id\":7,\"name\":\"Peak\",\"height\":99,\"old_name\":null}]");
  }

  @Test
  void examplesAreWhatTheirTypesAreInJson() {
    assertThat(operation("sightsFound"))
        .contains("\"example\":2024", "\"example\":\"Peak\"", "\"example\":{\"in\":2025}")
        .contains("\"example\":\"Fall\"");
    assertThat(schema("Founded"))
        .contains("\"examples\":[1999]", "\"examples\":[\"Fall\"]")
        .contains("\"examples\":[{\"in\":2026,\"label\":\"Peak\"}]");
  }

  @Test
  void aFormSaysWhatAQuerySays() {
    assertThat(schema("FormsMarkForm"))
        .contains("\"old\":{\"type\":\"integer\"", "\"deprecated\":true", "\"examples\":[3]")
        .containsPattern("\"sure\":\\{\"type\":\"boolean\",\"description\":\"[^\"]*Also `1`, `on`");
  }

  @Test
  void whatIsDeprecatedSaysSo() {
    assertThat(operation("sightsNames"))
        .contains("\"description\":\"Deprecated: ask for one sight\",\"deprecated\":true");
    assertThat(operation("sightsMakeAll"))
        .contains("\"name\":\"Old-Count\",\"in\":\"header\",\"deprecated\":true");
    assertThat(schema("Sight"))
        .contains(
            "\"old_name\":{\"type\":[\"string\",\"null\"],\"description\":\"what it was called\",\"deprecated\":true");
  }

  @Test
  void whatIsHiddenAnswersAndIsNotInTheDocument() {
    assertThat(client.get("/sights/hidden").text()).isEqualTo("hidden");
    assertThat(document).doesNotContain("/sights/hidden");
  }

  @Test
  void anOperationHasTheTagOfTheInnermostRouterThatHasOneAndNoOther() {
    var app =
        Covet.app()
            .add(
                Router.at("/a")
                    .tag("A", "Outer.")
                    .add(Router.at("/b").tag("B").add(Sights.class))
                    .add(Router.at("/c").add(Sights.class)));
    try (var routers = TestClient.of(app)) {
      assertThat(routers.get("/openapi.json").text())
          .contains("\"operationId\":\"sightsFind\",\"tags\":[\"B\"]")
          .contains("\"operationId\":\"aCSightsFind\",\"tags\":[\"A\"]")
          .contains("\"tags\":[{\"name\":\"B\"},{\"name\":\"A\",\"description\":\"Outer.\"}]}");
    }
  }

  /** The map of a form is no property, which could have an example. */
  @Test
  void theExampleOfAFormsMapIsSaidInWords() {
    assertThat(schema("FormsMapsForm"))
        .contains("Other fields are, for example, `{\\\"wide\\\":7}`.");
  }
}
