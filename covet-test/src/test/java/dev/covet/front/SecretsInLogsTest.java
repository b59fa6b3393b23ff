package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import castle.Gatehouse;
import castle.Visitor;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.security.Jwt;
import dev.covet.test.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/**
 * A password, a token or a key, sent in every wrong way, is in no line of the log and in no answer
 * but the one that gives it: security.md A12, L1.
 */
class SecretsInLogsTest {
  private static final String PASSWORD = "zinc-otter-parade-19";
  private static final String NAMED = "{\"email\":\"ann@castle.example\",\"password\":\"%s\"}";

  private final List<String> answers = new ArrayList<>();

  @Test
  void whatIsSecretIsInNoLineAndNoAnswer() {
    try (var lines = new LogLines(Logger.ROOT_LOGGER_NAME);
        var client = client()) {
      var json = NAMED.formatted(PASSWORD);
      client.post("/gate/guests", json);
      var pair = client.post("/gate/login", json).text();
      var access = pair.replaceFirst(".*access_token\":\"([^\"]+).*", "$1");
      var refresh = pair.replaceFirst(".*refresh_token\":\"([^\"]+).*", "$1");

      wrongPasswords(client);
      wrongTokens(client, access);
      wrongRefreshes(client, refresh);

      var all = String.join("\n", lines.texts()) + "\n" + String.join("\n", answers);
      assertThat(answers).hasSizeGreaterThan(20);
      assertThat(all)
          .doesNotContain(PASSWORD)
          .doesNotContain(access)
          .doesNotContain(access.split("\\.", -1)[2])
          .doesNotContain(refresh)
          .doesNotContain("$2a$");
    }
  }

  private static TestClient client() {
    var app =
        Covet.app()
            .set("BCRYPT_COST", "4")
            .set("LOG_REQUESTS", "all")
            .set("SQL_ECHO", "on")
            .install(Database.memory())
            .install(Jwt.of(Visitor.class).login("/gate/login"))
            .add(Gatehouse.class);
    return Way.HTTP1_JDK.client(app).allowRepeats();
  }

  private void wrongPasswords(TestClient client) {
    for (var body :
        List.of(
            "{\"email\":7,\"password\":\"" + PASSWORD + "\"}",
            "{\"password\":\"" + PASSWORD + "\"}",
            NAMED.formatted(PASSWORD + "\\u0000"),
            NAMED.formatted(PASSWORD.repeat(9)),
            NAMED.formatted(PASSWORD + " "),
            NAMED.formatted(PASSWORD) + PASSWORD,
            NAMED.formatted(PASSWORD + "\\q"),
            "[\"" + PASSWORD + "\"]",
            PASSWORD)) {
      answers.add(client.post("/gate/login", body).text());
      answers.add(client.post("/gate/guests", body).text());
    }
    answers.add(client.get("/gate/me?password=" + PASSWORD).text());
    answers.add(client.get("/gate/" + "none?password=" + PASSWORD).text());
    answers.add(client.header("Authorization", PASSWORD).get("/gate/me").text());
    answers.add(client.header("Authorization", "Basic " + PASSWORD).get("/gate/me").text());
  }

  private void wrongTokens(TestClient client, String access) {
    for (var sent :
        List.of(
            "Bearer " + access + "x",
            "Basic " + access,
            access,
            "Bearer " + access + " " + access)) {
      answers.add(client.header("Authorization", sent).get("/gate/me").text());
    }
    answers.add(client.get("/gate/me?access_token=" + access).text());
    answers.add(client.header("Cookie", "token=" + access).get("/gate/me").text());
    answers.add(client.post("/gate/refresh", "{\"refreshToken\":\"" + access + "\"}").text());
  }

  private void wrongRefreshes(TestClient client, String refresh) {
    answers.add(client.post("/gate/refresh", "{\"refreshToken\":[\"" + refresh + "\"]}").text());
    answers.add(client.post("/gate/refresh", "{\"refreshToken\":\"" + refresh + "x\"}").text());
    answers.add(client.post("/gate/refresh?token=" + refresh, "{}").text());
    answers.add(client.post("/gate/logout", "{\"refreshToken\":\"" + refresh + "\"}").text());
    answers.add(client.post("/gate/refresh", "{\"refreshToken\":\"" + refresh + "\"}").text());
  }
}
