package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import rules.Accounts;

/** S1.val.rules: constraints of an app's own, composed of others or with a validator. */
class OwnConstraintsTest {
  private static final String RIGHT =
      """
      {"title": "a title", "code": "word", "iban": "DE1234", "counts": [2, 4],
       "span": {"from": 1, "to": 2}, "total": 4}\
      """;

  @AutoClose private final TestClient client = TestClient.of(Covet.app().add(Accounts.class));

  private Answer list(String name, String word) {
    return client.request(Method.GET, "/accounts?name=" + name).header("Word", word).send();
  }

  @Test
  void whatKeepsThemIsTaken() {
    assertThat(client.post("/accounts", RIGHT).status()).isEqualTo(200);
    assertThat(client.post("/accounts", RIGHT.replace("\"DE1234\"", "null")).status())
        .isEqualTo(200);
    assertThat(list("abc&bank=CH12&page=2", "ok").status()).isEqualTo(200);
  }

  @Test
  void eachPartOfWhatIsComposedTellsItsProblem() {
    assertThat(client.post("/accounts", RIGHT.replace("a title", " ")).problems())
        .containsExactly(problem("blank", "body", "title"));
    var answer = client.post("/accounts", RIGHT.replace("a title", "a title too long"));
    assertThat(answer.problems()).containsExactly(problem("too_long", "body", "title"));
    assertThat(answer.text()).contains("a title has at most 10 characters");
    assertThat(list("abcd", "ok").problems()).containsExactly(problem("too_long", "query", "name"));
  }

  @Test
  void severalConstraintsAreToldAsOne() {
    for (var wrong : new String[] {" ", "Word", "a word that is too long"}) {
      var answer = client.post("/accounts", RIGHT.replace("word", wrong));

      assertThat(answer.problems()).containsExactly(problem("code", "body", "code"));
      assertThat(answer.text()).contains("must be a word");
    }
    assertThat(list("abc", "A").problems()).containsExactly(problem("code", "header", "Word"));
  }

  @Test
  void aValidatorIsGivenWhatTheAnnotationSays() {
    for (var wrong : new String[] {"DE123", "FR1234"}) {
      var answer = client.post("/accounts", RIGHT.replace("DE1234", wrong));

      assertThat(answer.problems()).containsExactly(problem("iban", "body", "iban"));
      assertThat(answer.text()).contains("must be an IBAN of 6 characters");
    }
    assertThat(list("abc&bank=DE12", "ok").problems())
        .containsExactly(problem("iban", "query", "bank"));
  }

  @Test
  void severalOfAKindAreAllAsked() {
    var answer = client.get("/accounts/2?in=AT");

    assertThat(answer.problems()).containsExactly(problem("iban", "query", "in"));
    assertThat(answer.text()).contains("\"3!\"");
  }

  @Test
  void theValidatorNearestToTheTypeIsAsked() {
    var answer = client.post("/accounts", RIGHT.replace("\"total\": 4", "\"total\": 3"));

    assertThat(answer.problems()).containsExactly(problem("even", "body", "total"));
    assertThat(answer.text()).contains("long and odd");
    assertThat(client.get("/accounts/3").problems()).contains(problem("even", "path", "code"));
  }

  @Test
  void elementsAndTheirListAreAsked() {
    assertThat(client.post("/accounts", RIGHT.replace("[2, 4]", "[2, 3]")).problems())
        .containsExactly(problem("even", "body", "counts", 1));
    assertThat(client.post("/accounts", RIGHT.replace("[2, 4]", "[2]")).problems())
        .containsExactly(problem("even", "body", "counts"), problem("even", "body", "counts", 0));
    assertThat(list("abc&page=2&page=1", "ok").problems()).hasSize(1);
  }

  @Test
  void aValidatorOfARecordNamesThePlaceInIt() {
    var answer = client.post("/accounts", RIGHT.replace("\"to\": 2", "\"to\": 1"));

    assertThat(answer.problems()).containsExactly(problem("ordered", "body", "span", "to"));
    assertThat(answer.text())
        .contains("must end after it begins, or after it begins ${to} {from} {hint}");
  }

  @Test
  void whatIsFlattenedIsAskedAsAWhole() {
    var right = "{\"from\":1,\"to\":2,\"room\":\"a\",\"guests\":1}";

    assertThat(client.post("/accounts/stays", right).text()).isEqualTo(right);
    assertThat(client.post("/accounts/stays", right.replace("\"to\":2", "\"to\":1")).problems())
        .containsExactly(problem("ordered", "body", "to"));
    assertThat(
            client
                .post("/accounts/stays", "{\"from\":1,\"to\":1,\"room\":\"a\",\"guests\":0}")
                .problems())
        .containsExactly(problem("too_small", "body", "guests"));
    assertThat(client.post("/accounts/moves", "{\"to\":1,\"reason\":\"a\"}").status())
        .isEqualTo(200);
    assertThat(client.post("/accounts/moves", "{\"from\":1,\"to\":2,\"reason\":\"a\"}").problems())
        .containsExactly(problem("ordered", "body"));
    for (var name : new String[] {"Stay", "Move"}) {
      assertThat(client.get("/openapi.json").text())
          .containsPattern(
              "\"" + name + "\":\\{\"type\":\"object\"[^`]*`ordered`: must end after it begins");
    }
  }

  @Test
  void sealedTypesValueClassesAndTypeVariablesHaveThemToo() {
    var right =
        """
        {"shape": {"type": "circle", "radius": 1}, "shapes": [{"type": "circle", "radius": 2}],
         "vin": "aba", "pair": {"left": 2, "deep": [[2], [4]]}, "holders": [{"held": 2}]}\
        """;
    var wrong =
        """
        {"shape": {"type": "square", "side": 2}, "shapes": [{"type": "square", "side": 2}],
         "vin": "ab", "pair": {"left": 1, "deep": [[2], [3]]}, "holders": [{"held": 1}]}\
        """;

    assertThat(client.post("/accounts/things?number=2", right).text())
        .contains("\"vin\":\"aba\"", "\"holders\":[{\"held\":2}]");
    assertThat(client.post("/accounts/things?number=1", right).problems())
        .containsExactly(problem("even", "query", "number"));
    assertThat(client.post("/accounts/things", wrong).problems())
        .containsExactly(
            problem("round", "body", "shape"),
            problem("round", "body", "shapes", 0),
            problem("round", "body", "vin"),
            problem("even", "body", "pair", "left"),
            problem("even", "body", "pair", "deep", 1, 0),
            problem("even", "body", "holders", 0, "held"));
    assertThat(client.post("/accounts/things", right.replace("aba", "a")).problems())
        .containsExactly(problem("too_short", "body", "vin"));
    assertThat(client.post("/accounts/things", right.replace("circle", "square")).status())
        .isEqualTo(422);
    assertThat(client.get("/openapi.json").text()).contains("`round`: must be round.");
  }

  @Test
  void aValidatorOfAListWaitsForEachOfItsElements() {
    assertThat(client.get("/accounts/vins?vin=aa&vin=bb&vin=aa").text()).isEqualTo("3");
    assertThat(client.get("/accounts/vins?vin=aa&vin=bb").problems())
        .containsExactly(problem("round", "query", "vin"));
    assertThat(client.get("/accounts/vins?vin=aa&vin=b").problems())
        .containsExactly(problem("too_short", "query", "vin", 1));
  }

  @Test
  void aProviderIsNotMadeOfAListWithAWrongElement() {
    assertThat(client.get("/accounts/fleet?vin=aa&vin=bb").text()).isEqualTo("2");
    assertThat(client.get("/accounts/fleet?vin=aa&vin=b").problems())
        .containsExactly(problem("too_short", "query", "vin", 1));
  }

  @Test
  void aValidatorOfARecordThatGroupsParametersIsAskedWhenItIsMade() {
    assertThat(client.get("/accounts/spans?from=1&to=2").status()).isEqualTo(200);
    assertThat(client.get("/accounts/spans?from=2&to=1").problems())
        .containsExactly(problem("ordered", "query", "to"));
    assertThat(client.get("/accounts/spans?from=2&to=x").problems())
        .containsExactly(problem("type", "query", "to"));
    assertThat(client.get("/accounts/windows?from=2&to=1").problems())
        .containsExactly(problem("ordered", "query", "to"));
    assertThat(Source.form(client, "/accounts/spans", "from=2&to=1").problems())
        .containsExactly(problem("ordered", "form", "to"));
    assertThat(client.post("/accounts/spans", "{\"from\": 2, \"to\": 1}").problems())
        .containsExactly(problem("ordered", "body", "to"));
    assertThat(client.get("/openapi.json").text())
        .contains("A value is missing or invalid.\\n\\n`ordered`: must end after it begins.");
  }

  @Test
  void aValidatorThatThrowsIsAFaultOfTheApp() {
    try (var lines = new LogLines("dev.covet.faults")) {
      var answer = client.post("/accounts", RIGHT.replace("DE1234", "XX1234"));

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.text()).doesNotContain("nobody");
      var thrown =
          lines.of(answer.header("X-Request-Id").orElseThrow()).getFirst().getThrowableProxy();
      assertThat(thrown.getMessage())
          .isEqualTo("The validator rules.IbanValidator of @rules.Iban failed");
      assertThat(thrown.getCause().getMessage()).isEqualTo("nobody lives there");
    }
  }

  @Test
  void anAnswerKeepsItsConstraints() {
    assertThat(client.get("/accounts/results/1").text()).isEqualTo("[0]");
    assertThat(client.get("/accounts/results/2").status()).isEqualTo(500);
    assertThat(client.get("/accounts/results/3").status()).isEqualTo(500);
    assertThat(client.get("/openapi.json").text()).contains("\"maxItems\":2");
  }

  @Test
  void theDocumentSaysWhatJsonSchemaCanAndNamesTheRest() {
    assertThat(client.get("/openapi.json").text())
        .contains("\"title\":{\"type\":\"string\",\"minLength\":1,\"pattern\":", "\"maxLength\":10")
        .contains("`iban`: must be an IBAN of 6 characters.")
        .contains("`even`: is not valid.")
        .contains("`ordered`: must end after it begins.");
  }
}
