package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import drawing.Drawings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S4.types: a sealed interface of records in bodies, answers, components, lists, the document. */
class SealedTest {
  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Drawings.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"circle\",\"radius\":1.5,\"label\":null}",
        "{\"type\":\"square\",\"side\":2.0,\"area\":4.0}",
        "{\"type\":\"nothing\"}",
        "{\"type\":\"textLine\",\"text\":\"x\"}",
        "{\"type\":\"group\",\"shapes\":[{\"type\":\"group\",\"shapes\":[]},{\"type\":\"nothing\"}]}",
      })
  void eachRecordIsWrittenWithItsTagFirstAndReadByIt(String json) {
    var answer = client.post("/drawings/shape", json.replace(",\"area\":4.0", ""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(json);
    assertThat(
            client
                .post("/drawings/shapes", "[" + answer.text().replace(",\"area\":4.0", "") + "]")
                .text())
        .isEqualTo("[" + json + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"type\" : \"square\" , \"side\" : 2 }",
        "{\"side\": 2, \"type\": \"square\"}",
        "{\"side\":2,\"type\":\"box\"}",
        "{\"side\":2,\"ty\\u0070e\":\"squ\\u0061re\"}",
        "{\n\t\"type\":\n\"box\",\"side\":2}",
      })
  void theTagMayStandAnywhereAndAStrictRecordKnowsIt(String json) {
    assertThat(client.post("/drawings/shape", json).text())
        .isEqualTo("{\"type\":\"square\",\"side\":2.0,\"area\":4.0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"radius\":1} | missing | type | is required, and must be one of circle, square, group, nothing, textLine",
        "{\"type\":\"cirle\",\"radius\":1} | type | type | must be one of circle, square, group, nothing, textLine",
        "{\"type\":\"Circle\",\"radius\":1} | type | type | must be one of circle, square, group, nothing, textLine",
        "{\"radius\":1,\"type\":5} | type | type | must be one of circle, square, group, nothing, textLine",
        "{\"type\":null} | null | type | must not be null",
        "{\"type\":[\"circle\"]} | type | type | must be one of circle, square, group, nothing, textLine",
        "{\"type\":\"circle\",\"radius\":1,\"type\":\"square\"} | duplicate | type | must be given only once",
        "{\"type\":\"circle\",\"type\":\"circle\",\"radius\":1} | duplicate | type | must be given only once",
        "{\"type\":\"square\",\"side\":1,\"area\":1} | unknown | area | is not a known field",
        "{\"side\":1,\"type\":\"square\",\"x\":1} | unknown | x | is not a known field",
        "{\"radius\":0,\"type\":\"circle\"} | too_small | radius | must be greater than 0",
        "{\"type\":\"circle\"} | missing | radius | is required",
      })
  void whatIsWrongIsToldAtItsPlace(String json, String code, String field, String reason) {
    var alone = client.post("/drawings/shape", json);
    var deep =
        client.post(
            "/drawings/layer",
            "{\"others\":[],\"first\":{\"shapes\":[{\"type\":\"nothing\"},%s],\"type\":\"group\"}}"
                .formatted(json));

    assertThat(alone.status()).isEqualTo(422);
    assertThat(alone.problems()).containsExactly(problem(code, "body", field));
    assertThat(alone.text()).contains("\"reason\":\"" + reason + "\"");
    assertThat(deep.problems()).containsExactly(problem(code, "body", "first", "shapes", 1, field));
  }

  @ParameterizedTest
  @CsvSource({"'[]', type", "'null', null", "'\"circle\"', type"})
  void whatIsNoObjectIsNoShape(String json, String code) {
    assertThat(client.post("/drawings/shape", json).problems())
        .containsExactly(problem(code, "body"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"radius\"",
        "{\"radius\":",
        "{\"radius\":1",
        "{\"radius\":1,",
        "{\"radius\":1,}",
        "{\"radius\" 1}",
        "{\"type\":\"circle\"",
        "{\"type\":\"circle\",}",
        "{\"type\":tru}",
        "{\"x\":[,\"type\":\"circle\"}",
        "{,\"type\":\"circle\"}",
        "{\"type\":\"circle\" \"radius\":1}",
      })
  void whatIsNoJsonIsRefusedWhileATagIsLookedFor(String json) {
    assertThat(client.post("/drawings/shape", json).status()).isEqualTo(400);
  }

  @Test
  void tagsThatStandLastInObjectsWithinObjectsMakeNoTextTakeManyTimesAsLong() {
    var body = "{\"type\":\"nothing\"}";
    for (int i = 0; i < 20; i++) {
      body = "{\"shapes\":[" + body + "],\"type\":\"group\"}";
    }
    var padding = "{\"type\":\"nothing\",\"pad\":[" + "0,".repeat(30_000) + "0]}";

    assertThat(client.post("/drawings/shape", body).status()).isEqualTo(200);
    assertThat(
            client.post("/drawings/shape", body.replace("{\"type\":\"nothing\"}", padding)).text())
        .contains("JSON_VALUES_MAX");
    assertThat(client.post("/drawings/shape", padding).status()).isEqualTo(200);
  }

  @Test
  void aRecordOfASealedTypeHasNoTagWhereItStandsByItself() {
    assertThat(client.post("/drawings/circle", "{\"radius\":1}").text())
        .isEqualTo("{\"radius\":1.0,\"label\":null}");
  }

  @Test
  void aDiscriminatorAndItsTagsHaveTheNamesThatAreSaid() {
    var added = "{\"event-kind\":\"shape_added\",\"new_shape\":{\"type\":\"nothing\"}}";

    assertThat(client.put("/drawings/event", added).text()).isEqualTo(added);
    assertThat(client.put("/drawings/event", "{\"type\":\"shape_added\"}").problems())
        .containsExactly(problem("missing", "body", "event-kind"));
  }

  @Test
  void aSealedTypeWithinAnotherIsOneByItself() {
    assertThat(client.get("/drawings/writing").text())
        .isEqualTo("{\"type\":\"textLine\",\"text\":\"x\"}");
  }

  @Test
  void aComponentMayBeNullAndEachElementIsChecked() {
    var layer =
        """
        {"first": {"type": "nothing"}, "second": null,
         "others": [{"type": "textLine", "text": " "}, {}, 5]}
        """;

    assertThat(client.post("/drawings/layer", layer).problems())
        .containsExactly(
            problem("blank", "body", "others", 0, "text"),
            problem("missing", "body", "others", 1, "type"),
            problem("type", "body", "others", 2));
  }

  @Test
  void theDocumentHasAChoiceWithADiscriminator() {
    var document = client.get("/openapi.json").text();

    assertThat(document)
        .contains(
            """
            "oneOf":[{"$ref":"#/components/schemas/CircleShape"},\
            """
                .strip())
        .contains(
            "\"discriminator\":{\"propertyName\":\"event-kind\",\"mapping\":{\"shape_added\":");
  }
}
