package kinds;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.Covet;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a document says, held to what the app answers; {@code ./covet conformance} does it widely.
 */
class KindsTest {
  @AutoClose private final TestClient client = TestClient.of(KindsApp.app());

  private final String document = client.get("/openapi.json").text();

  @Test
  void eachReferenceFitsItsRoute() {
    assertThat(bodies("/twins/one")).containsExactly("OneItemCreate2", "OneItem");
    assertThat(bodies("/twins/two")).containsExactly("TwoItemCreate", "TwoItem");
    assertThat(bodies("/twins/own")).containsExactly("TwinsItem", "TwinsItem");
    assertThat(bodies("/twins/create")).containsExactly("OneItemCreate", "OneItemCreate");
    assertThat(bodies("/twins/errors")).containsExactly("Error", "Error");
    assertThat(bodies("/twins/problems")).containsExactly("Problem");
    assertThat(document)
        .contains("\"CovetError\":{")
        .contains("\"CovetProblem\":{")
        .contains("\"OneState\":{\"type\":\"string\",\"enum\":[\"ONE\"]")
        .contains("\"TwoState\":{\"type\":\"string\",\"enum\":[\"TWO\"]");
  }

  /** The components that the body and the first response of a path's first operation refer to. */
  private List<String> bodies(String path) {
    var from = document.indexOf("\"" + path + "\":{");
    var operation = document.substring(from, document.indexOf("\"default\"", from));
    var names = new ArrayList<String>();
    for (var part : operation.split("#/components/schemas/", -1)) {
      names.add(part.substring(0, Math.max(0, part.indexOf('"'))));
    }
    return names.stream().skip(1).filter(each -> !isError(each)).toList();
  }

  private static boolean isError(String component) {
    return component.equals("ErrorEnvelope") || component.equals("ProblemDocument");
  }

  @Test
  void anEmptyTextIsAValueOfAValueClassThatIsAText() {
    assertThat(client.get("/queries/clocks?label=").problems())
        .containsExactly(problem("too_short", "query", "label"));
    assertThat(client.get("/queries/clocks?label=ab&year=").status()).isEqualTo(200);
  }

  @Test
  void aWrongValueClassIsAProblemWhereItMayBeMissing() {
    assertThat(client.get("/queries/labels?label=toolong").problems())
        .containsExactly(problem("too_long", "query", "label"));
    assertThat(client.get("/queries/labels").text()).isEqualTo("none");
  }

  @Test
  void emptyPartsOfAPageAreNone() {
    assertThat(client.get("/stored/racks?offset=&limit=").text()).isEqualTo("[]");
    assertThat(client.get("/stored/racks?offset=+&limit=").problems())
        .containsExactly(problem("type", "query", "offset"));
  }

  @Test
  void twoTemplatesOfOnePathAreOnePathInTheDocument() {
    assertThat(document)
        .contains("\"/bodies/accounts/{id}\":{\"get\":")
        .contains("Error responses call it `accountId`.")
        .doesNotContain("{accountId}");
    assertThat(client.get("/bodies/accounts/x").problems())
        .containsExactly(problem("type", "path", "id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "on", "yes", "YES", "On"})
  void aTextIsTrueInManyWords(String text) {
    assertThat(client.get("/queries/flags?on=" + text).text()).isEqualTo("truefalse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "off", "no", "NO", "oFF"})
  void aTextIsFalseInManyWords(String text) {
    assertThat(client.get("/queries/flags?on=" + text).text()).isEqualTo("falsefalse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "y", "truely", "null"})
  void anotherTextIsNeither(String text) {
    assertThat(client.get("/queries/flags?on=" + text).problems())
        .containsExactly(problem("type", "query", "on"));
    assertThat(client.get("/queries/flags?on=").problems())
        .containsExactly(problem("missing", "query", "on"));
    assertThat(document).contains("Also `1`, `on`, `yes` for true");
  }

  @Test
  void aListInAHeaderIsPartedByCommas() {
    var request = client.request(Method.GET, "/queries/headers");
    var answer = request.header("X-Count", "1").header("X-Many", "1, 2,,3").send();

    assertThat(answer.text()).isEqualTo("1nullRED[1, 2, 3]");
  }

  @Test
  void aPathHasAsManyVariablesAsItLikes() {
    var path = "/queries/path/1/a/123e4567-e89b-12d3-a456-426614174000/2026-01-31/deep-blue/yes";

    assertThat(client.get(path).status()).isEqualTo(200);
  }

  @Test
  void aReplyMayHaveHeadersAndCookiesWhichTheDocumentSays() {
    try (var replies = TestClient.of(Covet.app().add(Replies.class))) {
      var answer = replies.get("/replies/headers");

      assertThat(answer.header("X-Count")).contains("1");
      assertThat(answer.header("Set-Cookie").orElseThrow()).startsWith("last=1");
      assertThat(replies.get("/openapi.json").text())
          .contains("\"200\":{\"description\":\"May come with headers and cookies of its own.\"");
    }
  }

  @Test
  void aReplyWhoseStatusOrTypeNoAnnotationNamesFailsTheTest() {
    try (var replies = TestClient.of(Covet.app().add(Replies.class))) {
      assertThatThrownBy(() -> replies.get("/replies/status"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Replies.status answered 202, which its OpenAPI document does not");
      assertThatThrownBy(() -> replies.get("/replies/type"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Replies.type answered 200 with text/csv, which its OpenAPI")
          .hasMessageContaining("(text/plain)");
    }
  }
}
