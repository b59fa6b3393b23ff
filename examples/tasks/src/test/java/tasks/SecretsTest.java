package tasks;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * S3.sec.login, S3.sec.mask, beyond.md 9: passwords and tokens that are sent wrongly are neither
 * logged nor sent back.
 */
class SecretsTest {
  private static final String PASSWORD = "glow-worm-7-tides";

  @AutoClose
  private final TestClient client =
      TestClient.of(People.app().set("LOG_REQUESTS", "all").set("SQL_ECHO", "on"));

  @Test
  void aSecretIsInNoAnswerAndNoLog() {
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger("ROOT");
    People.register(client, "ann");
    var tokens = People.login(client, "ann");
    log.start();
    root.addAppender(log);
    try {
      for (var secret : List.of(PASSWORD, tokens.accessToken(), tokens.refreshToken())) {
        client.clock().advance(Duration.ofMinutes(1));
        var answers = sendWrongly(secret).stream().map(Answer::text).toList();
        assertThat(answers).noneMatch(text -> text.contains(secret));
        assertThat(written(log)).isNotEmpty().doesNotContain(secret);
      }
    } finally {
      root.detachAppender(log);
    }
  }

  private List<Answer> sendWrongly(String secret) {
    var login = "/auth/login";
    return List.of(
        client.post(login, "{\"email\":\"ann@example.org\",\"password\":[\"" + secret + "\"]}"),
        client.post(login, "{\"email\":\"ann@example.org\",\"password\":\"" + secret),
        client.post(login, "{\"email\":\"ann@example.org\",\"pass\":\"" + secret + "\"}"),
        client.post(login + "?password=" + secret, "{}"),
        client.post("/auth/register", "{\"email\":\"ann\",\"password\":\"" + secret + "\"}"),
        client.post("/auth/register", "{\"email\":\"" + secret + "\",\"password\":\"x\"}"),
        client.post("/auth/refresh", "{\"refresh_token\":\"x" + secret + "\"}"),
        client.post("/auth/refresh", "{\"refresh_token\":{\"a\":\"" + secret + "\"}}"),
        client.request(Method.POST, login).field("password", secret).send(),
        client.header("Authorization", "Bearer x" + secret).get("/tasks"),
        client.header("Authorization", "Basic " + secret).get("/tasks"),
        client.header("Authorization", secret).get("/tasks?access_token=" + secret));
  }

  private static String written(ListAppender<ILoggingEvent> log) {
    return log.list.stream()
        .map(event -> event.getFormattedMessage() + event.getKeyValuePairs() + trace(event))
        .collect(Collectors.joining("\n"));
  }

  private static String trace(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
  }
}
