package dev.covet.front;

import static dev.covet.test.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import every.Members;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Beyond.md 9: a secret comes in, and goes nowhere. */
class SecretsTest {
  private static final String PASSWORD = "correct horse";

  @AutoClose
  private final TestClient client =
      TestClient.of(Covet.app().install(Database.memory()).add(Members.class));

  private static String signUp(String password, String pin) {
    return "{\"name\":\"Ann\",\"password\":\"%s\",\"pin\":\"%s\",\"answers\":[\"blue\"]}"
        .formatted(password, pin);
  }

  @Test
  void itIsStoredAndFoundAndNotWritten() {
    assertThat(client.post("/members", signUp(PASSWORD, "1234")).text())
        .isEqualTo("{\"id\":1,\"name\":\"Ann\"}");
    assertThat(client.post("/members/echo", signUp(PASSWORD, "1234")).text())
        .isEqualTo("{\"name\":\"Ann\"}");
    assertThat(client.patch("/members/1", "{\"note\":\"n\",\"passwordHash\":\"x\"}").text())
        .isEqualTo("{\"id\":1,\"name\":\"Ann\"}");
    var mine = client.request(Method.GET, "/members/mine").header("X-API-Key", PASSWORD).send();
    assertThat(mine.text()).isEqualTo("{\"id\":1,\"name\":\"Ann\"}");
  }

  @Test
  void itTakesTheConstraintsOfAText() {
    assertThat(client.post("/members", signUp("short", "12345")).problems())
        .containsExactly(
            problem("too_short", "body", "password"), problem("pattern", "body", "pin"));
    assertThat(
            client
                .post("/members", "{\"name\":\"A\",\"password\":1,\"pin\":{},\"answers\":[\" \"]}")
                .problems())
        .containsExactly(
            problem("type", "body", "password"),
            problem("type", "body", "pin"),
            problem("blank", "body", "answers", 0));
    assertThat(client.get("/members/open?token=sesame").text()).isEqualTo("true");
    assertThat(client.get("/members/open?token=sesame-open").problems())
        .containsExactly(problem("too_long", "query", "token"));
    assertThat(client.get("/members/mine").problems())
        .containsExactly(problem("missing", "header", "X-API-Key"));
  }

  @Test
  void noLineOfTheLogAndNoAnswerHasIt() {
    try (var lines = new LogLines("ROOT")) {
      for (var pin : new String[] {"1234", "12345"}) {
        var answer = client.post("/members", signUp(PASSWORD, pin));
        assertThat(answer.text()).doesNotContain(PASSWORD, pin);
      }
      assertThat(client.get("/members/open?token=" + "sesame-open").text())
          .doesNotContain("sesame-open");
      assertThat(lines.texts()).anyMatch(line -> line.contains("password=***"));
      assertThat(lines.texts()).noneMatch(line -> line.contains(PASSWORD));
      assertThat(lines.texts()).noneMatch(line -> line.contains("sesame-open"));
    }
  }

  @Test
  void theDocumentSaysThatItIsWriteOnly() {
    assertThat(client.get("/openapi.json").text())
        .contains(
            "\"password\":{\"type\":\"string\",\"format\":\"password\",\"minLength\":8,\"maxLength\":72,\"writeOnly\":true}")
        .doesNotContain("passwordHash");
  }
}
